import type { Batch, Change, Entry, LinkEvent, StreamPosition } from '@moien/live/engine';

/** Entries are kept for lists that fall behind for a moment; one that is further behind reads its page anew. */
const KEPT = 2_000;

/** Numbers changes on this side of the wire, where the server does not, and tells them on as a server would that does. */
export class LocalStream<TRow> {
  private seq = 0;
  private entries: Entry<TRow>[] = [];
  /** Changes that are numbered, and not told yet. */
  private untold: Entry<TRow>[] = [];
  private readonly listeners = new Set<(event: LinkEvent<TRow>) => void>();
  private isUp = false;

  /** @param log names this unbroken history. */
  constructor(private readonly log: string) {}

  get position(): StreamPosition {
    return { log: this.log, seq: this.seq };
  }
  /** Whether changes are told: not before {@link open}. */
  get isOpen(): boolean {
    return this.isUp;
  }

  /** Tells a listener of the stream from now on, and first how things stand, as on a connect. @returns what ends it. */
  connect(listener: (event: LinkEvent<TRow>) => void): () => void {
    if (this.isUp) this.greet(listener);
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  open(): void {
    this.isUp = true;
    this.greet((event) => this.emit(event));
  }

  close(): void {
    this.isUp = false;
    this.emit({ kind: 'down' });
  }

  append(change: Change<TRow>): void {
    const entry = { seq: ++this.seq, change };
    this.entries.push(entry);
    this.untold.push(entry);
    if (this.entries.length > 2 * KEPT) this.entries = this.entries.slice(-KEPT);
  }

  /** Tells what was appended, as one batch. While the stream is closed nothing is told: the next greeting's head says what is missing. */
  flush(): void {
    const entries = this.untold;
    this.untold = [];
    if (this.isUp && entries.length > 0) this.emit({ kind: 'batch', batch: this.batch(entries) });
  }

  /** What happened after a position; undefined when that is of another history, or further back than is kept. */
  after({ log, seq }: StreamPosition): Batch<TRow> | undefined {
    const missed = this.seq - seq;
    if (log !== this.log || missed < 0 || missed > this.entries.length) return undefined;
    return this.batch(missed === 0 ? [] : this.entries.slice(-missed));
  }

  clear(): void {
    this.entries = [];
  }

  private greet(listener: (event: LinkEvent<TRow>) => void): void {
    listener({ kind: 'up' });
    listener({ kind: 'batch', batch: this.batch([]) });
  }

  private emit(event: LinkEvent<TRow>): void {
    for (const listener of this.listeners) listener(event);
  }

  /** Wraps entries, the last of which is the newest; without any it says where the stream stands. */
  private batch(entries: readonly Entry<TRow>[]): Batch<TRow> {
    return { log: this.log, head: this.seq, entries };
  }
}
