import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { StreamPosition } from '#contract/stream';
import { Database } from '../database/database';
import { EventHistory } from './event-history';
import { EventLog } from './event-log';
import { LOG_STREAMS, STREAM_CHANNEL, type LogStream } from './log-stream';
import { StreamTail, type TailBatch } from './stream-tail';

const POLL_MS = 1_000;
/** Broadcasts are bundled under load; what ends a session is never kept waiting. */
const BROADCAST_PAUSE_MS = 50;

/** This process's reader of the log: `LISTEN` wakes it at each commit of any process, a poll backs that up. */
@Injectable()
export class LogTail implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(LogTail.name);
  private readonly listeners = new Map<LogStream, (batch: TailBatch) => void>();
  private readonly tails = new Map<LogStream, StreamTail>();
  private readonly running = new Set<Promise<void>>();
  private poll: NodeJS.Timeout | undefined;
  private interrupted = false;

  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly history: EventHistory,
  ) {}

  /** Hands a stream's batches to its one listener. To be called before the application is up. */
  follow(stream: LogStream, listener: (batch: TailBatch) => void): void {
    this.listeners.set(stream, listener);
  }

  /** @returns up to where a stream's events have been handed on in this process. */
  position(stream: LogStream): StreamPosition {
    const tail = this.tails.get(stream);
    if (tail === undefined) throw new Error('The tail has not started yet');
    return tail.position;
  }

  async onApplicationBootstrap(): Promise<void> {
    const heads = await this.history.heads();
    for (const stream of LOG_STREAMS) {
      const head = heads.get(stream) ?? (await this.log.position(this.database.db, stream));
      this.tails.set(stream, new StreamTail(stream, head, this.source, stream === 'accounts' ? 0 : BROADCAST_PAUSE_MS, (batch) => this.handOn(stream, batch)));
    }
    await this.database.listen(STREAM_CHANNEL, (stream) => {
      const grown = LOG_STREAMS.find((one) => one === stream);
      if (grown === undefined) this.track(this.check());
      else this.track(this.tails.get(grown)?.wake());
    });
    this.poll = setInterval(() => this.track(this.check()), POLL_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.poll);
    for (const tail of this.tails.values()) tail.stop();
    await Promise.all(this.running);
  }

  private readonly source = {
    head: (stream: LogStream) => this.log.position(this.database.db, stream),
    after: (stream: LogStream, position: StreamPosition, limit: number) => this.history.after(this.database.db, stream, position, limit),
    restart: (stream: LogStream) => this.database.transaction((tx) => this.log.rotate(tx, [stream])),
  };

  /** Reads on wherever the database is not where we are. After an interruption it may not even be the same database. */
  private async check(): Promise<void> {
    if (this.interrupted) await this.log.rotateIfForeign();
    const heads = await this.history.heads();
    this.interrupted = false;
    const behind = [...this.tails].filter(([stream, { position }]) => heads.get(stream)?.seq !== position.seq || heads.get(stream)?.log !== position.log);
    await Promise.all(behind.map(([, tail]) => tail.wake()));
  }

  /** Waits for `work` at shutdown. A failure is logged once per interruption; the poll tries again. */
  private track(work: Promise<void> = Promise.resolve()): void {
    const tracked = work
      .catch((error: unknown) => {
        if (!this.interrupted) this.logger.error(error, 'The log cannot be read; trying again');
        this.interrupted = true;
      })
      .finally(() => this.running.delete(tracked));
    this.running.add(tracked);
  }

  private handOn(stream: LogStream, batch: TailBatch): void {
    try {
      this.listeners.get(stream)?.(batch);
    } catch (error) {
      this.logger.error(error, `A batch of ${stream} could not be handed on`);
    }
  }
}
