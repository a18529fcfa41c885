import { isNotNull, sql } from 'drizzle-orm';
import { boolean, char, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { codePointText, moment } from './column-types';

/**
 * The people the dashboard is about. Four columns are derived by the contract's `userSearchText` and `userSortKey`, so that
 * server and client agree on matches and order; `derivedColumns` in server/users fills them.
 */
export const users = pgTable(
  'users',
  {
    id: uuid().primaryKey().defaultRandom(),
    fullName: text().notNull(),
    countryCode: char({ length: 2 }).notNull(),
    countryName: text().notNull(),
    phone: text().notNull().unique('users_phone_taken'),
    email: text().notNull().unique('users_email_taken'),
    isBanned: boolean().notNull().default(false),
    bannedAt: moment(),
    banReason: text(),
    phoneVerified: boolean().notNull().default(false),
    emailVerified: boolean().notNull().default(false),
    photoUrl: text(),
    /** A PHC string; null for an account nobody can sign in to (demo data). */
    passwordHash: text(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    searchText: codePointText().notNull(),
    nameKey: codePointText().notNull(),
    emailKey: codePointText().notNull(),
    countryKey: codePointText().notNull(),
  },
  (table) => [
    index('users_by_created').on(table.createdAt, table.id),
    index('users_by_name').on(table.nameKey, table.id),
    index('users_by_email').on(table.emailKey, table.id),
    index('users_by_country').on(table.countryKey, table.id),
    index('users_country_code').on(table.countryCode),
    // By the image's name, which is what stays when the server moves to another host.
    index('users_photo')
      .on(sql`right(${table.photoUrl}, 69)`)
      .where(isNotNull(table.photoUrl)),
    index('users_search').using('gin', table.searchText.op('gin_trgm_ops')),
  ],
);
export type UserRow = typeof users.$inferSelect;

/** How many users there are of each sort, kept in the transaction of every change: totals cost the same at a million users. */
export const userCounts = pgTable(
  'user_counts',
  {
    countryCode: char({ length: 2 }).notNull(),
    isBanned: boolean().notNull(),
    emailVerified: boolean().notNull(),
    phoneVerified: boolean().notNull(),
    n: integer().notNull(),
  },
  (table) => [primaryKey({ name: 'user_counts_pk', columns: [table.countryCode, table.isBanned, table.emailVerified, table.phoneVerified] })],
);

/** How many of the users there are registered on which day ({@link businessZone}'s), kept like {@link userCounts}. */
export const userRegistrations = pgTable(
  'user_registrations',
  {
    day: date({ mode: 'string' }).notNull(),
    countryCode: char({ length: 2 }).notNull(),
    n: integer().notNull(),
  },
  (table) => [primaryKey({ name: 'user_registrations_pk', columns: [table.day, table.countryCode] })],
);

/** The time zone that {@link userRegistrations} are counted in: one row. */
export const businessZone = pgTable('business_zone', { name: text().primaryKey() });

/** The last code sent to a user on each channel, hashed. */
export const verificationCodes = pgTable(
  'verification_codes',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    channel: text({ enum: ['email', 'phone'] }).notNull(),
    codeHash: text().notNull(),
    attempts: integer().notNull().default(0),
    expiresAt: moment().notNull(),
  },
  (table) => [primaryKey({ name: 'verification_codes_pk', columns: [table.userId, table.channel] })],
);
