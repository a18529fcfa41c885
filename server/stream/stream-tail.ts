import { setTimeout as delay } from 'node:timers/promises';
import { BATCH_MAX, type StreamPosition } from '#contract/stream';
import type { LoggedEvent } from './event-history';
import type { LogStream } from './log-stream';

/** What a tail found: the events up to and including `position`. None, when a new history began there. */
export interface TailBatch {
  readonly position: StreamPosition;
  readonly events: readonly LoggedEvent[];
}

export interface TailSource {
  /** @returns where the stream stands. */
  head(stream: LogStream): Promise<StreamPosition>;
  /** @returns up to `limit` committed events after `position`, in order. */
  after(stream: LogStream, position: StreamPosition, limit: number): Promise<readonly LoggedEvent[]>;
  /** Begins a new history, because events that were handed on are no longer in this one. */
  restart(stream: LogStream): Promise<void>;
}

/** Follows one stream from where it stood at the start, and hands on what committed: in order, each once, one batch at a time. */
export class StreamTail {
  private readonly stopping = new AbortController();
  private reading = false;
  private again = false;
  private handedOnAt = 0;

  /**
   * @param current where the stream stands now.
   * @param pauseMs the least time between two batches. The first after a quiet time goes at once.
   * @param handOn receives each batch.
   */
  constructor(
    private readonly stream: LogStream,
    private current: StreamPosition,
    private readonly source: TailSource,
    private readonly pauseMs: number,
    private readonly handOn: (batch: TailBatch) => void,
  ) {}

  /** Everything up to here was handed on. */
  get position(): StreamPosition {
    return this.current;
  }

  stop(): void {
    this.stopping.abort();
  }

  /** Reads on, soon; at the end everything that had committed when this was called has been handed on. */
  async wake(): Promise<void> {
    this.again = true;
    if (this.reading) return;
    this.reading = true;
    try {
      while (this.again && !this.stopping.signal.aborted) {
        await this.pause();
        this.again = false;
        await this.readOn();
      }
    } finally {
      this.reading = false;
    }
  }

  private async pause(): Promise<void> {
    const rest = this.handedOnAt + this.pauseMs - performance.now();
    if (rest > 0) await delay(rest, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }

  private async readOn(): Promise<void> {
    const head = await this.source.head(this.stream);
    if (head.log !== this.current.log) {
      this.pass({ position: { log: head.log, seq: 0 }, events: [] });
    }
    if (head.seq === this.current.seq) return;
    if (head.seq < this.current.seq) {
      this.again = true;
      return this.source.restart(this.stream);
    }
    const events = await this.source.after(this.stream, this.current, BATCH_MAX);
    // Nothing left to read means that it was pruned: receivers see the gap by the numbers.
    const seq = events.at(-1)?.seq ?? head.seq;
    this.pass({ position: { log: this.current.log, seq }, events });
    if (seq < head.seq) this.again = true;
  }

  private pass(batch: TailBatch): void {
    this.current = batch.position;
    this.handedOnAt = performance.now();
    this.handOn(batch);
  }
}
