import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './column-types';

/** Mails waiting to leave, written in the transaction that causes them. */
export const outboxMails = pgTable(
  'outbox_mails',
  {
    id: uuid().primaryKey().defaultRandom(),
    recipient: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    /** What the mail is about, such as `ban:<user id>`: undoing that takes the mail back. */
    cause: text(),
    sendAfter: moment().notNull(),
    attempts: integer().notNull().default(0),
  },
  (table) => [index('outbox_mails_due').on(table.sendAfter), index('outbox_mails_cause').on(table.cause)],
);
