import * as v from 'valibot';
import { CountryCode, Email, Id, ImageUrl, lineOf, Phone, Timestamp } from './primitives';

/** Apart from what lists of users are made of: whoever only signs in has no use for that. */
export const publicUser = {
  id: Id,
  fullName: lineOf(200),
  countryCode: CountryCode,
  countryName: lineOf(100),
  phone: Phone,
  isBanned: v.boolean(),
  bannedAt: v.nullable(Timestamp),
  phoneVerified: v.boolean(),
  email: Email,
  emailVerified: v.boolean(),
  photoUrl: v.nullable(ImageUrl),
  createdAt: Timestamp,
};

/** `PublicUserDto`. Fields that a newer server adds are left out of the result, not refused. */
export const PublicUser = v.object(publicUser);
export type PublicUser = Readonly<v.InferOutput<typeof PublicUser>>;
