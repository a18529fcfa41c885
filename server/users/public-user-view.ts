import type { PublicUser } from '#contract/users';
import type { UserRow } from '../database/schema';

/** A user as the contract's `PublicUserDto`: all that may leave the server. */
export function publicUserView(row: UserRow): PublicUser {
  const { id, fullName, countryCode, countryName, phone, isBanned, bannedAt, phoneVerified, email, emailVerified, photoUrl, createdAt } = row;
  return {
    id,
    fullName,
    countryCode,
    countryName,
    phone,
    isBanned,
    bannedAt: bannedAt?.toISOString() ?? null,
    phoneVerified,
    email,
    emailVerified,
    photoUrl,
    createdAt: createdAt.toISOString(),
  };
}
