import { sql } from 'drizzle-orm';
import type { Transaction } from '../database/driver';
import { userRegistrations, type UserRow } from '../database/schema';

/** Counts a user that came (1) or went (-1) on the day of its registration. Belongs into the transaction of that change. */
export async function countRegistration(tx: Transaction, { createdAt, countryCode }: Pick<UserRow, 'createdAt' | 'countryCode'>, n: 1 | -1): Promise<void> {
  await tx
    .insert(userRegistrations)
    .values({ day: createdAt.toISOString().slice(0, 10), countryCode, n })
    .onConflictDoUpdate({ target: [userRegistrations.day, userRegistrations.countryCode], set: { n: sql`${userRegistrations.n} + ${n}` } });
}

/** Counts everyone anew, after users were written in bulk. */
export async function recountRegistrations(tx: Transaction): Promise<void> {
  await tx.delete(userRegistrations);
  await tx.execute(sql`
    INSERT INTO user_registrations (day, country_code, n)
    SELECT (created_at AT TIME ZONE 'UTC')::date, country_code, count(*) FROM users GROUP BY 1, 2`);
}
