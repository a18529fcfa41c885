import type { Actor } from '#contract/stream';
import type { StreamName } from '#contract/streams';
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
  /** Since when {@link activity} has the stream's changes. */
  recordedSince: moment().notNull(),
});

/** What happened, stored beside the change itself, for clients that go on from a position. */
export const streamEvents = pgTable(
  'stream_events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    stream: text().notNull(),
    log: text().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    event: text().notNull(),
    payload: jsonb().notNull(),
    at: moment().notNull(),
    /** Null on what goes to one account only. */
    actor: jsonb().$type<Actor>(),
  },
  (table) => [unique('stream_events_position').on(table.stream, table.log, table.seq), index('stream_events_at').on(table.at)],
);

/** The same changes in words, once each, for people. It outlives the events: what concerns an account stays as long as the account. */
export const activity = pgTable(
  'activity',
  {
    /** Orders entries of different streams; within a stream `seq` does. */
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    stream: text().$type<StreamName>().notNull(),
    log: text().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    kind: text().notNull(),
    actor: jsonb().$type<Actor>().notNull(),
    /** A UUID, or the slot's name of a site image. */
    subjectId: text().notNull(),
    subjectLabel: text().notNull(),
    note: text(),
    at: moment().notNull(),
  },
  (table) => [index('activity_subject').on(table.subjectId, table.id), index('activity_kind').on(table.kind, table.id), index('activity_at').on(table.at)],
);
