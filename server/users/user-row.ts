import { userSearchText, userSortKey, type PublicUser, type UserDetail } from '#contract/users';
import { users, type UserRow } from '../database/schema';

/** The columns that make up a `PublicUserDto`. */
export const PUBLIC_COLUMNS = {
  id: users.id,
  fullName: users.fullName,
  countryCode: users.countryCode,
  countryName: users.countryName,
  phone: users.phone,
  isBanned: users.isBanned,
  bannedAt: users.bannedAt,
  phoneVerified: users.phoneVerified,
  email: users.email,
  emailVerified: users.emailVerified,
  photoUrl: users.photoUrl,
  createdAt: users.createdAt,
};
export type PublicUserRow = Pick<UserRow, keyof typeof PUBLIC_COLUMNS>;

/** @returns a row as everyone who may see users sees it. */
export function toPublicUser(row: PublicUserRow): PublicUser {
  const { id, fullName, countryCode, countryName, phone, isBanned, phoneVerified, email, emailVerified, photoUrl } = row;
  const bannedAt = row.bannedAt?.toISOString() ?? null;
  return {
    id,
    fullName,
    countryCode,
    countryName,
    phone,
    isBanned,
    bannedAt,
    phoneVerified,
    email,
    emailVerified,
    photoUrl,
    createdAt: row.createdAt.toISOString(),
  };
}

/** @returns a row as admins see it. */
export function toUserDetail(row: UserRow): UserDetail {
  return { ...toPublicUser(row), banReason: row.banReason, updatedAt: row.updatedAt.toISOString() };
}

/** Raise it whenever {@link derivedColumns} comes to make anything else of the same user: stored rows are then made anew. */
export const DERIVED_VERSION = 3;

/** @returns the columns that are made of others, by the contract's rules for matches and order. */
export function derivedColumns(
  user: Pick<UserRow, 'fullName' | 'email' | 'phone' | 'countryCode' | 'countryName' | 'createdAt'>,
): Pick<UserRow, 'searchText' | 'nameKey' | 'emailKey' | 'countryKey'> {
  const sortable = { ...user, createdAt: user.createdAt.toISOString() };
  return {
    searchText: userSearchText(user),
    nameKey: userSortKey(sortable, 'fullName'),
    emailKey: userSortKey(sortable, 'email'),
    countryKey: userSortKey(sortable, 'countryName'),
  };
}
