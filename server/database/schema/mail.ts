import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './column-types';

/** Messages waiting to leave, written in the transaction that causes them. */
export const outbox = pgTable(
  'outbox',
  {
    id: uuid().primaryKey().defaultRandom(),
    channel: text({ enum: ['email', 'phone'] }).notNull(),
    /** An e-mail address or a phone number, by `channel`. */
    recipient: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    /** What the message is about, such as `ban:<user id>`: undoing that takes the message back. */
    cause: text(),
    /** When it is due; while it is being sent, when to try again if nothing more is heard of it. */
    sendAfter: moment().notNull(),
    attempts: integer().notNull().default(0),
  },
  (table) => [index('outbox_due').on(table.sendAfter), index('outbox_cause').on(table.cause)],
);
