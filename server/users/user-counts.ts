import { compareText } from '#contract/text';
import { sql } from 'drizzle-orm';
import type { Transaction } from '../database/driver';
import { userCounts, type UserRow } from '../database/schema';

/** What users are counted by. */
export type Counted = Pick<UserRow, 'countryCode' | 'isBanned' | 'emailVerified' | 'phoneVerified'>;

const KEY = [userCounts.countryCode, userCounts.isBanned, userCounts.emailVerified, userCounts.phoneVerified];
const keyOf = ({ countryCode, isBanned, emailVerified, phoneVerified }: Counted): string => [countryCode, isBanned, emailVerified, phoneVerified].join();

/**
 * Counts a user that came (no `before`), went (no `after`) or changed. Belongs into the transaction of that change. Rows are
 * taken in one order by everyone, so that two changes in opposite directions do not wait for each other.
 */
export async function countChange(tx: Transaction, before: Counted | undefined, after: Counted | undefined): Promise<void> {
  if (before !== undefined && after !== undefined && keyOf(before) === keyOf(after)) return;
  const changes = [...(before ? [{ user: before, n: -1 }] : []), ...(after ? [{ user: after, n: 1 }] : [])];
  for (const { user, n } of changes.sort((a, b) => compareText(keyOf(a.user), keyOf(b.user)))) await add(tx, user, n);
}

/** Counts everyone anew, after users were written in bulk. */
export async function recount(tx: Transaction): Promise<void> {
  await tx.delete(userCounts);
  await tx.execute(sql`
    INSERT INTO user_counts (country_code, is_banned, email_verified, phone_verified, n)
    SELECT country_code, is_banned, email_verified, phone_verified, count(*) FROM users GROUP BY 1, 2, 3, 4`);
}

async function add(tx: Transaction, { countryCode, isBanned, emailVerified, phoneVerified }: Counted, n: number): Promise<void> {
  await tx
    .insert(userCounts)
    .values({ countryCode, isBanned, emailVerified, phoneVerified, n })
    .onConflictDoUpdate({ target: KEY, set: { n: sql`${userCounts.n} + ${n}` } });
}
