import { Injectable } from '@nestjs/common';
import type { ActivityEntry, ActivityQuery } from '#contract/activity';
import { STREAMS, type Actor, type StreamName, type StreamPosition } from '#contract/stream';
import { and, asc, count, desc, eq, gt, inArray, isNotNull, like, lt, lte, or, sql, type SQL } from 'drizzle-orm';
import { Database } from '../database/database';
import type { Db } from '../database/driver';
import { streamEvents, streamHeads } from '../database/schema';
import { ApiException } from '../http/api-exception';
import { EventLog } from './event-log';
import type { LogStream } from './log-stream';

/** One event as it was logged. `at` is ISO 8601. */
export interface LoggedEvent {
  readonly seq: number;
  readonly event: string;
  readonly payload: unknown;
  readonly at: string;
  readonly actor: Actor | null;
}

/** Reads the log: for the tail, for replay, for people. */
@Injectable()
export class EventHistory {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
  ) {}

  /** @returns where every stream stands. */
  async heads(): Promise<ReadonlyMap<string, StreamPosition>> {
    const heads = await this.database.db.select().from(streamHeads);
    return new Map(heads.map(({ stream, log, seq }) => [stream, { log, seq }]));
  }

  /** @returns up to `limit` events of one history after a position, in order. */
  async after(db: Db, stream: LogStream, { log, seq }: StreamPosition, limit: number): Promise<readonly LoggedEvent[]> {
    const rows = await db
      .select({ seq: streamEvents.seq, event: streamEvents.event, payload: streamEvents.payload, at: streamEvents.at, actor: streamEvents.actor })
      .from(streamEvents)
      .where(and(eq(streamEvents.stream, stream), eq(streamEvents.log, log), gt(streamEvents.seq, seq)))
      .orderBy(asc(streamEvents.seq))
      .limit(limit);
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  /**
   * What a client that stands at `position` has missed, and where the history ends.
   *
   * @throws ApiException POSITION_EXPIRED when the position is of another history, or lies before what is kept.
   */
  replay(stream: StreamName, position: StreamPosition, limit: number): Promise<{ readonly events: readonly LoggedEvent[]; readonly head: StreamPosition }> {
    return this.database.snapshot(async (tx) => {
      const head = await this.log.position(tx, stream);
      const events = head.log === position.log ? await this.after(tx, stream, position, limit) : [];
      const reachesBack = events.length > 0 ? events[0]?.seq === position.seq + 1 : position.seq === head.seq;
      if (head.log !== position.log || !reachesBack) throw new ApiException('POSITION_EXPIRED', 'The history no longer reaches back to this position');
      return { events, head };
    });
  }

  /** @returns the newest entries of all broadcast streams, and the cursor of the next page. */
  async activity(
    db: Db,
    { after, limit, kind, since, subject }: ActivityQuery,
  ): Promise<{ readonly data: ActivityEntry[]; readonly nextCursor: string | null }> {
    const rows = await db
      .select()
      .from(streamEvents)
      .where(
        and(
          isTold,
          after === undefined ? undefined : lt(streamEvents.id, after),
          kind === undefined ? undefined : isOfKind(kind),
          since === undefined ? undefined : gt(streamEvents.at, new Date(since)),
          subject === undefined ? undefined : eq(streamEvents.subjectId, subject),
        ),
      )
      .orderBy(desc(streamEvents.id))
      .limit(limit + 1);
    const page = rows.slice(0, limit);
    return { data: page.map(toActivity), nextCursor: rows.length > limit ? String(page.at(-1)?.id) : null };
  }

  /** @returns how many entries of each kind came after `from`, up to and including `to`; the most first. */
  async countKinds(db: Db, from: Date, to: Date): Promise<{ kind: string; n: number }[]> {
    const rows = await db
      .select({ kind: streamEvents.kind, n: count() })
      .from(streamEvents)
      .where(and(isTold, gt(streamEvents.at, from), lte(streamEvents.at, to)))
      .groupBy(streamEvents.kind)
      .orderBy(desc(count()), asc(streamEvents.kind));
    return rows.map(({ kind, n }) => ({ kind: kind ?? '', n }));
  }

  /** Forgets what is older than `before`, always from the beginning of a history, so that what is left has no gaps. */
  async prune(before: Date): Promise<void> {
    const old = this.database.db
      .select({ stream: streamEvents.stream, log: streamEvents.log, seq: sql<number>`max(${streamEvents.seq})`.as('last') })
      .from(streamEvents)
      .where(lt(streamEvents.at, before))
      .groupBy(streamEvents.stream, streamEvents.log)
      .as('old');
    await this.database.db.execute(
      sql`DELETE FROM ${streamEvents} USING ${old} WHERE ${streamEvents.stream} = ${old.stream} AND ${streamEvents.log} = ${old.log} AND ${streamEvents.seq} <= ${old.seq}`,
    );
  }
}

/** What people are told of: not what went to one account only, nor the further events of a change that is told already. */
const isTold = and(inArray(streamEvents.stream, [...STREAMS]), isNotNull(streamEvents.kind));

/** @param kinds as in the contract's `ActivityQuery`: one that ends with a point is the beginning of others. */
function isOfKind(kinds: readonly string[]): SQL | undefined {
  const whole = kinds.filter((kind) => !kind.endsWith('.'));
  return or(inArray(streamEvents.kind, whole), ...kinds.filter((kind) => kind.endsWith('.')).map((start) => like(streamEvents.kind, `${start}%`)));
}

function toActivity(row: typeof streamEvents.$inferSelect): ActivityEntry {
  return {
    namespace: row.stream as StreamName,
    seq: row.seq,
    kind: row.kind ?? row.event,
    actor: row.actor ?? { kind: 'system', id: null, name: null },
    subject: { id: row.subjectId ?? '', label: row.subjectLabel ?? '' },
    note: row.note,
    at: row.at.toISOString(),
  };
}
