import * as v from 'valibot';
import { Id, ShownImageUrl, Timestamp } from './primitives';

/**
 * A user as one is read: nothing is refused that an old row could hold, an odd phone number for one. Separate from `users.ts`, so
 * that signing in does not load what lists are made of.
 */
export const publicUser = {
  id: Id,
  fullName: v.string(),
  countryCode: v.string(),
  countryName: v.string(),
  phone: v.string(),
  isBanned: v.boolean(),
  bannedAt: v.nullable(Timestamp),
  phoneVerified: v.boolean(),
  email: v.string(),
  emailVerified: v.boolean(),
  photoUrl: ShownImageUrl,
  createdAt: Timestamp,
};

/** `PublicUserDto`. Fields that a newer server adds are left out of the result, not refused. */
export const PublicUser = v.object(publicUser);
export type PublicUser = Readonly<v.InferOutput<typeof PublicUser>>;
