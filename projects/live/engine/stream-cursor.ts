import { ReorderBuffer } from './reorder-buffer';
import type { Entry, StreamPosition } from './link';

/** Histories remembered at once: ours, the one that follows it, and stragglers. */
const LOGS_MAX = 4;

/** Where we are in a stream's history, how far it is known to go, and what came before its turn. */
export class StreamCursor<TRow> {
  private at: StreamPosition | undefined;
  private last: StreamPosition | undefined;
  private foreign: string | undefined;
  private readonly heads = new Map<string, number>();
  private readonly buffer = new ReorderBuffer<TRow>();

  /** The rows are exactly the server's at this position; undefined when that is not known. */
  get position(): StreamPosition | undefined {
    return this.at;
  }
  /** The last position held, void or not: an answer from before it is old. */
  get floor(): StreamPosition | undefined {
    return this.last;
  }
  /** How many events are known to be missing. */
  get behind(): number {
    return this.at ? Math.max(0, (this.heads.get(this.at.log) ?? 0) - this.at.seq) : 0;
  }
  /** Whether the history was heard to go on in another log than ours. */
  get isForeign(): boolean {
    return this.at !== undefined && this.foreign !== undefined && this.foreign !== this.at.log;
  }

  /** The rows are no longer known to be those at a position. */
  void(): void {
    this.at = undefined;
  }

  isAt(position: StreamPosition): boolean {
    return position.log === this.at?.log && position.seq === this.at.seq;
  }
  /** Whether we have been further than this position, in the same history. */
  hasPassed(position: StreamPosition): boolean {
    return position.log === this.last?.log && position.seq < this.last.seq;
  }

  /** The history reaches at least this far, wherever we are. */
  hear({ log, seq }: StreamPosition): void {
    if (log !== this.at?.log) this.foreign = log;
    const known = this.heads.get(log);
    if (known !== undefined && known >= seq) return;
    this.heads.set(log, seq);
    if (this.heads.size > LOGS_MAX) for (const oldest of this.heads.keys()) if (oldest !== this.at?.log) return void this.heads.delete(oldest);
  }

  /** An event came. It is kept until its turn, unless its turn is over. */
  hold(log: string, entry: Entry<TRow>): void {
    this.hear({ log, seq: entry.seq });
    if (this.at?.log !== log || entry.seq > this.at.seq) this.buffer.hold(log, entry);
  }

  /** The event whose turn it is, if it is here. */
  next(): Entry<TRow> | undefined {
    return this.at && this.buffer.after(this.at);
  }

  /** One event onwards. @returns the new position. */
  step(): StreamPosition | undefined {
    if (!this.at) return undefined;
    this.at = this.last = { log: this.at.log, seq: this.at.seq + 1 };
    this.buffer.release(this.at.log, this.at.seq);
    return this.at;
  }

  /** The rows are now those at `position`. A head beyond it stays known, unless the history itself was rolled back. */
  moveTo(position: StreamPosition, isRollback: boolean): void {
    this.at = this.last = position;
    if (isRollback) this.heads.delete(position.log);
    this.buffer.settle(position);
  }

  /** A request leaves: what is heard of another history from here on came later than it. */
  forgetForeign(): void {
    this.foreign = undefined;
  }
}
