import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { admins } from './accounts';
import { codePointText, moment } from './column-types';

/** What admins are told. `sortKey` is the contract's `notificationSortKey`, so that server and client agree on the order. */
export const notifications = pgTable(
  'notifications',
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid()
      .notNull()
      .references(() => admins.id, { onDelete: 'cascade' }),
    type: text().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    readAt: moment(),
    createdAt: moment().notNull(),
    sortKey: codePointText().notNull(),
  },
  (table) => [index('notifications_order').on(table.userId, table.sortKey, table.id), index('notifications_age').on(table.createdAt)],
);
export type NotificationRow = typeof notifications.$inferSelect;
