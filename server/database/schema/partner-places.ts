import type { PartnerRequestStatus } from '#contract/partner-places';
import { isNotNull, sql } from 'drizzle-orm';
import { char, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { codePointText, moment } from './column-types';

/** What a decision replaced, for taking it back. `decisionId` names its mail, and the message that went with it. */
export interface BeforeDecision {
  readonly status: PartnerRequestStatus;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decisionId: string;
  /** The same of the decision before it: that of a request for details which was then decided. */
  readonly before: BeforeDecision | null;
}

/** Places that want to become partners. `sortKey` is the contract's `partnerRequestSortKey`, so that server and client agree on the order. */
export const partnerRequests = pgTable(
  'partner_requests',
  {
    id: uuid().primaryKey().defaultRandom(),
    placeName: text().notNull(),
    contactName: text().notNull(),
    email: text().notNull(),
    phone: text().notNull(),
    countryCode: char({ length: 2 }).notNull(),
    city: text().notNull(),
    address: text().notNull(),
    cuisine: text(),
    note: text(),
    imageUrl: text(),
    status: text({ enum: ['pending', 'needs_info', 'approved', 'rejected'] }).notNull(),
    /** A name, which outlives the account. */
    decidedBy: text(),
    decidedAt: moment(),
    before: jsonb().$type<BeforeDecision>(),
    /** The admins who did something to it. */
    handledBy: uuid().array().notNull().default([]),
    createdAt: moment().notNull(),
    /** Greater at each change: what `If-Match` is compared with. */
    updatedAt: moment().notNull(),
    sortKey: codePointText().notNull(),
  },
  (table) => [
    index('partner_requests_order').on(table.sortKey, table.id),
    index('partner_requests_status_order').on(table.status, table.sortKey, table.id),
    // By the image's name, which is what stays when the server moves to another host.
    index('partner_requests_image')
      .on(sql`right(${table.imageUrl}, 69)`)
      .where(isNotNull(table.imageUrl)),
  ],
);
export type PartnerRequestRow = typeof partnerRequests.$inferSelect;

/** What admins and the partner wrote each other about a request. */
export const partnerMessages = pgTable(
  'partner_messages',
  {
    id: uuid().primaryKey().defaultRandom(),
    requestId: uuid()
      .notNull()
      .references(() => partnerRequests.id, { onDelete: 'cascade' }),
    from: text({ enum: ['admin', 'partner'] }).notNull(),
    body: text().notNull(),
    at: moment().notNull(),
  },
  (table) => [index('partner_messages_thread').on(table.requestId, table.at)],
);
export type PartnerMessageRow = typeof partnerMessages.$inferSelect;
