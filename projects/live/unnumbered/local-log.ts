import type { Batch, Change, Entry, StreamPosition } from '@moien/live/engine';

/** Entries are kept for lists that fall behind for a moment; one that is further behind reads its page anew. */
const KEPT = 2_000;

/** Numbers changes on this side of the wire, where the server does not. */
export class LocalLog<TRow> {
  private seq = 0;
  private entries: Entry<TRow>[] = [];

  /** @param name names this unbroken history. */
  constructor(private readonly name: string) {}

  get position(): StreamPosition {
    return { log: this.name, seq: this.seq };
  }

  append(change: Change<TRow>): Entry<TRow> {
    const entry = { seq: ++this.seq, change };
    this.entries.push(entry);
    if (this.entries.length > 2 * KEPT) this.entries = this.entries.slice(-KEPT);
    return entry;
  }

  /** Wraps entries, the last of which is the newest; without any it says where the log stands. */
  batch(entries: readonly Entry<TRow>[]): Batch<TRow> {
    return { log: this.name, head: this.seq, entries };
  }

  /** What happened after a position; undefined when that is of another history, or further back than is kept. */
  after({ log, seq }: StreamPosition): Batch<TRow> | undefined {
    const missed = this.seq - seq;
    if (log !== this.name || missed < 0 || missed > this.entries.length) return undefined;
    return this.batch(missed === 0 ? [] : this.entries.slice(-missed));
  }

  clear(): void {
    this.entries = [];
  }
}
