import { Injectable } from '@nestjs/common';
import type { Actor, StreamPosition } from '#contract/stream';
import type { StreamName } from '#contract/streams';
import { and, asc, eq, gt, lt, sql } from 'drizzle-orm';
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

/** Reads the log: for the tail and for replay. */
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
