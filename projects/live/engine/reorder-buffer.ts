import type { Entry, StreamPosition } from './link';

/** Beyond this many, holding on gains nothing: a snapshot is cheaper than the replay. */
export const BUFFER_MAX = 2_000;

/** Events that came before their turn, by history and number. What is not held is not lost: a replay brings it. */
export class ReorderBuffer<TRow> {
  private readonly logs = new Map<string, Map<number, Entry<TRow>>>();
  private size = 0;

  hold(log: string, entry: Entry<TRow>): void {
    if (this.size >= BUFFER_MAX) return;
    const entries = this.logs.get(log) ?? new Map<number, Entry<TRow>>();
    this.logs.set(log, entries);
    if (!entries.has(entry.seq)) this.size++;
    entries.set(entry.seq, entry);
  }

  /** The event whose turn it is after `position`, still held. */
  after(position: StreamPosition): Entry<TRow> | undefined {
    return this.logs.get(position.log)?.get(position.seq + 1);
  }

  /** Forgets what `position` has passed, and every other history. */
  settle(position: StreamPosition): void {
    const own = this.logs.get(position.log);
    this.logs.clear();
    this.size = 0;
    if (!own) return;
    for (const seq of own.keys()) if (seq <= position.seq) own.delete(seq);
    if (own.size > 0) this.logs.set(position.log, own);
    this.size = own.size;
  }

  release(log: string, seq: number): void {
    if (this.logs.get(log)?.delete(seq)) this.size--;
  }
}
