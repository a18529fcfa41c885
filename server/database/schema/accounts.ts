import { boolean, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './column-types';

/** Staff: accounts of the dashboard itself. */
export const admins = pgTable('admins', {
  id: uuid().primaryKey().defaultRandom(),
  name: text().notNull(),
  email: text().notNull().unique('admins_email_taken'),
  passwordHash: text().notNull(),
  photoUrl: text(),
  birthDate: date({ mode: 'string' }),
  contractValidUntil: date({ mode: 'string' }),
  jobTitle: text(),
  isBanned: boolean().notNull().default(false),
  bannedAt: moment(),
  banReason: text(),
  createdAt: moment().notNull().defaultNow(),
  updatedAt: moment().notNull().defaultNow(),
});
export type AdminRow = typeof admins.$inferSelect;

const accountKind = () => text({ enum: ['admin', 'user'] });

/** A sign-in on one device: the family of all refresh tokens that were rotated from the first. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey().defaultRandom(),
    accountKind: accountKind().notNull(),
    accountId: uuid().notNull(),
    device: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
    lastUsedAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
  },
  (table) => [index('sessions_account').on(table.accountId), index('sessions_expiry').on(table.expiresAt)],
);
export type SessionRow = typeof sessions.$inferSelect;

/** Every refresh token a session has had. One that comes back after it was used has been stolen. */
export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    /** SHA-256 of the opaque token, in hex. */
    tokenHash: text().primaryKey(),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    /** The token this one was given for; null for a session's first. */
    replaces: text(),
    createdAt: moment().notNull().defaultNow(),
    usedAt: moment(),
    /** The client's own name for the refresh it was used in. */
    usedIn: uuid(),
  },
  (table) => [index('refresh_tokens_session').on(table.sessionId)],
);

/** Failed sign-ins by the e-mail that was tried, whether or not there is such an account. */
export const loginAttempts = pgTable(
  'login_attempts',
  {
    accountKind: accountKind().notNull(),
    email: text().notNull(),
    failures: integer().notNull(),
    /** Of those that counted: a try during the lockout changes nothing. */
    lastFailedAt: moment().notNull(),
  },
  (table) => [primaryKey({ name: 'login_attempts_pk', columns: [table.accountKind, table.email] }), index('login_attempts_age').on(table.lastFailedAt)],
);

/** Secrets all server processes share, made at the first start. */
export const serverKeys = pgTable('server_keys', {
  name: text().primaryKey(),
  secret: text().notNull(),
  createdAt: moment().notNull().defaultNow(),
});
