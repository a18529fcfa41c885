/** `PublicUserDto`. Rows of older versions have null where text belongs. */
export interface UserRow {
  readonly id: string;
  readonly fullName: string | null;
  readonly countryCode: string;
  readonly countryName: string | null;
  readonly phone: string;
  readonly isBanned: boolean;
  readonly bannedAt: string | null;
  readonly phoneVerified: boolean;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly photoUrl: string | null;
  readonly createdAt: string;
}
