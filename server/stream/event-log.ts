import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor, StreamPosition } from '#contract/stream';
import type { StreamName } from '#contract/streams';
import { eq, inArray, sql } from 'drizzle-orm';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import type { Db, Transaction } from '../database/driver';
import { activity, streamEvents, streamHeads } from '../database/schema';
import { accountRoom, sessionRoom, type AnyBroadcast, type LogEntry, type PersonalDelivery, type PersonalEntry } from './log-entry';
import { LOG_STREAMS, STREAM_CHANNEL, type LogStream } from './log-stream';

/** Names the database that is writing: a restored copy has another system identifier or, as after a fail-over, another timeline. */
const ORIGIN = sql<string>`(SELECT system_identifier FROM pg_control_system()) || '/' || substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8)`;

/**
 * The history that every process, client and activity list reads. Events are written in the transaction of the change they
 * tell of; the row lock on their stream's head, held to commit, makes their numbers gapless and in commit order.
 */
@Injectable()
export class EventLog {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Makes the log ready: heads for streams that have none, and new histories where commits may have been lost. */
  static async open(database: Database, clock: Clock): Promise<EventLog> {
    const log = new EventLog(database, clock);
    await database.transaction(async (tx) => {
      await tx
        .insert(streamHeads)
        .values(LOG_STREAMS.map((stream) => ({ stream, log: randomUUID(), seq: 0, origin: ORIGIN, recordedSince: clock.now() })))
        .onConflictDoNothing();
      if (database.crashed) await log.rotate(tx, LOG_STREAMS);
    });
    await log.rotateIfForeign();
    return log;
  }

  /**
   * Appends a broadcast as the **last** step of a write: from here to the commit no other write of this stream can proceed.
   *
   * @returns the event's position, for the answer's `X-Stream-Position`.
   */
  async append(tx: Transaction, { stream, event, payload, kind, actor, subject, note }: LogEntry): Promise<StreamPosition> {
    const at = this.clock.now();
    const position = await this.write(tx, stream, { event, payload, actor, at });
    await tx.insert(activity).values({ ...position, stream, kind, actor, subjectId: subject.id, subjectLabel: subject.label, note: note ?? null, at });
    return position;
  }

  /**
   * Appends one more broadcast of a change whose first one {@link append} has told: its number is the next one, and activity
   * lists the change once.
   */
  async appendFurther(tx: Transaction, { stream, event, payload }: AnyBroadcast, actor: Actor): Promise<StreamPosition> {
    return this.write(tx, stream, { event, payload, actor, at: this.clock.now() });
  }

  /**
   * Appends what goes to one account only. Every server process hears it, whichever one holds the account's sockets.
   * Call it before {@link append}: writes that lock the heads in one order never wait for each other in a circle.
   */
  async appendPersonal(tx: Transaction, { to, event, payload, disconnect }: PersonalEntry): Promise<void> {
    const room = 'accountId' in to ? accountRoom(to.accountId) : sessionRoom(to.sessionId);
    await this.write(tx, 'accounts', { event, payload: { room, payload, disconnect } satisfies PersonalDelivery, at: this.clock.now() });
  }

  /** @returns where a stream stands, as `db` sees it: in a snapshot, at the moment of its rows. */
  async position(db: Db, stream: LogStream): Promise<StreamPosition> {
    const [head] = await db.select({ log: streamHeads.log, seq: streamHeads.seq }).from(streamHeads).where(eq(streamHeads.stream, stream));
    if (head === undefined) throw new Error(`The stream ${stream} has no head`);
    return head;
  }

  /** @returns where every stream that clients know stands, as `db` sees it. */
  async positions(db: Db): Promise<Readonly<Record<StreamName, StreamPosition>>> {
    return {
      users: await this.position(db, 'users'),
      'partner-places': await this.position(db, 'partner-places'),
      'site-settings': await this.position(db, 'site-settings'),
    };
  }

  /** Begins new histories, after writes that were not logged: whoever holds a position has to take a snapshot. */
  async rotate(tx: Transaction, streams: readonly LogStream[]): Promise<void> {
    await tx
      .update(streamHeads)
      .set({ log: sql`gen_random_uuid()`, seq: 0, origin: ORIGIN })
      .where(inArray(streamHeads.stream, [...streams]));
    for (const stream of streams) await this.database.notify(tx, STREAM_CHANNEL, stream);
  }

  /** Begins new histories if the database is not the one that wrote the present ones. */
  async rotateIfForeign(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const foreign = await tx
        .select({ stream: streamHeads.stream })
        .from(streamHeads)
        .where(sql`${streamHeads.origin} <> ${ORIGIN}`)
        .for('update');
      const streams = LOG_STREAMS.filter((stream) => foreign.some((head) => head.stream === stream));
      if (streams.length > 0) await this.rotate(tx, streams);
    });
  }

  private async write(tx: Transaction, stream: LogStream, entry: Omit<typeof streamEvents.$inferInsert, 'stream' | 'log' | 'seq'>): Promise<StreamPosition> {
    const [position] = await tx
      .update(streamHeads)
      .set({ seq: sql`${streamHeads.seq} + 1` })
      .where(eq(streamHeads.stream, stream))
      .returning({ log: streamHeads.log, seq: streamHeads.seq });
    if (position === undefined) throw new Error(`The stream ${stream} has no head`);
    await tx.insert(streamEvents).values({ ...entry, ...position, stream });
    await this.database.notify(tx, STREAM_CHANNEL, stream);
    return position;
  }
}
