import type { Actor } from '#contract/stream';
import { bigint, index, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { moment } from './column-types';

/** Where each stream stands. Its row is the lock that makes numbers gapless and in commit order. */
export const streamHeads = pgTable('stream_heads', {
  stream: text().primaryKey(),
  /** Names one unbroken history. */
  log: text().notNull(),
  /** The number of its last event; 0 before the first. */
  seq: bigint({ mode: 'number' }).notNull(),
  /** Which database wrote it: a restore or a fail-over shows by this. */
  origin: text().notNull(),
});

/** What happened, stored beside the change itself. */
export const streamEvents = pgTable(
  'stream_events',
  {
    /** Orders entries of different streams for people to read; within a stream `seq` does. */
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    stream: text().notNull(),
    log: text().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    event: text().notNull(),
    payload: jsonb().notNull(),
    at: moment().notNull(),
    /** The rest is for people; null on what goes to one account only. */
    kind: text(),
    actor: jsonb().$type<Actor>(),
    /** A UUID, or the slot's name of a site image. */
    subjectId: text(),
    subjectLabel: text(),
    note: text(),
  },
  (table) => [
    unique('stream_events_position').on(table.stream, table.log, table.seq),
    index('stream_events_subject').on(table.subjectId, table.id),
    index('stream_events_kind').on(table.kind, table.id),
    index('stream_events_at').on(table.at),
  ],
);
