import { userSearchNeedles, type USER_VERIFICATIONS, type UserSort, type UsersQuery } from '#contract/users';
import { and, asc, desc, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { userCounts, users } from '../database/schema';

/** The contract's `userMatches` and `userSortKey` in SQL. A test holds them together. */
const SORT_COLUMNS = { createdAt: users.createdAt, fullName: users.nameKey, email: users.emailKey, countryName: users.countryKey } as const satisfies Record<
  UserSort,
  unknown
>;

/** Where a page ends: the last row's sort key and id. The row itself may be gone. */
export interface Bound {
  readonly key: string;
  readonly id: string;
}

/** Everything of a query but `q`, which the counts know too. */
export function attributesMatch({ status, verified, country }: UsersQuery, table: typeof users | typeof userCounts): SQL | undefined {
  return and(
    status === undefined ? undefined : eq(table.isBanned, status === 'banned'),
    verified === undefined ? undefined : isVerified(verified, table),
    country === undefined || country.length === 0 ? undefined : inArray(table.countryCode, [...country]),
  );
}

/** @returns whether the search text contains what was searched for; undefined when everything does. */
export function searchMatches(q: string | undefined): SQL | undefined {
  const needles = userSearchNeedles(q ?? '');
  if (needles.includes('')) return undefined;
  return or(...needles.map((needle) => sql`${users.searchText} LIKE ${`%${needle.replace(/[\\%_]/gu, String.raw`\$&`)}%`}`));
}

/** Rows beyond a bound, in a query's order. As a row comparison the index answers it at any depth alike. */
export function beyond({ sort, dir }: UsersQuery, bound: Bound | undefined): SQL | undefined {
  if (bound === undefined) return undefined;
  const column = SORT_COLUMNS[sort];
  const key = sort === 'createdAt' ? sql`${bound.key}::timestamptz` : sql`${bound.key}`;
  return dir === 'asc' ? sql`(${column}, ${users.id}) > (${key}, ${bound.id}::uuid)` : sql`(${column}, ${users.id}) < (${key}, ${bound.id}::uuid)`;
}

/** A query's order; equal keys by id in the same direction. */
export function orderOf({ sort, dir }: UsersQuery): SQL[] {
  const direction = dir === 'asc' ? asc : desc;
  return [direction(SORT_COLUMNS[sort]), direction(users.id)];
}

function isVerified(verified: (typeof USER_VERIFICATIONS)[number], { emailVerified, phoneVerified }: typeof users | typeof userCounts): SQL | undefined {
  switch (verified) {
    case 'email':
      return eq(emailVerified, true);
    case 'phone':
      return eq(phoneVerified, true);
    case 'both':
      return and(eq(emailVerified, true), eq(phoneVerified, true));
    case 'none':
      return and(eq(emailVerified, false), eq(phoneVerified, false));
  }
}
