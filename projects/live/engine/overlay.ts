import type { StreamPosition } from './link';

interface Unconfirmed<TRow> {
  /** null: deleted. */
  readonly row: TRow | null;
  readonly order: number;
  /** The number of the event that confirms it, where the server told. */
  readonly until: StreamPosition | undefined;
}

const GONE_MAX = 10_000;

/**
 * What is shown before the stream has confirmed it: answers to our own actions, and events without a number.
 * Also remembers which ids are gone, so that no late unnumbered event brings a deleted person back.
 */
export class Overlay<TRow> {
  private readonly entries = new Map<string, Unconfirmed<TRow>>();
  private readonly gone = new Map<string, number>();
  private order = 0;

  get size(): number {
    return this.entries.size;
  }
  ids(): IterableIterator<string> {
    return this.entries.keys();
  }
  /** The row to show in place of the confirmed one; null for "deleted", undefined for "nothing unconfirmed". */
  get(id: string): TRow | null | undefined {
    return this.entries.get(id)?.row;
  }

  /** A moment between two changes: what comes before it can be told from what comes after. */
  mark(): number {
    return ++this.order;
  }

  /** @param until the event's own number; of two answers about a row the one with the higher stays, whichever came first. */
  set(id: string, row: TRow | null, until?: StreamPosition): void {
    const known = this.entries.get(id)?.until;
    if (known && known.log === until?.log && known.seq > until.seq) return;
    if (row === null) this.bury(id);
    this.entries.set(id, { row, order: ++this.order, until });
  }

  /**
   * An event without a number: shown only where it cannot be wrong. The order of two of them is unknown, so a second
   * put of a row waits for the snapshot, and a deleted id stays deleted.
   * @returns whether it is shown.
   */
  applyUnordered(id: string, row: TRow | null, until?: StreamPosition): boolean {
    if (row !== null && (this.entries.has(id) || this.gone.has(id))) return false;
    this.set(id, row, until);
    return true;
  }

  /** It is gone: nothing that was said of it before is shown any more. */
  bury(id: string): void {
    if (this.entries.get(id)?.row !== null) this.entries.delete(id);
    this.gone.delete(id);
    this.gone.set(id, ++this.order);
    if (this.gone.size > GONE_MAX) for (const oldest of this.gone.keys()) return void this.gone.delete(oldest);
  }
  isGone(id: string): boolean {
    return this.gone.has(id);
  }
  /** Only what the server itself lists or numbers comes back; what was listed before it went (`mark`) does not. */
  revive(id: string, mark = Infinity): void {
    if ((this.gone.get(id) ?? Infinity) < mark) this.gone.delete(id);
  }

  /** Whether something is shown that this history will never confirm. */
  isBeyond(position: StreamPosition): boolean {
    for (const { until } of this.entries.values()) if (until?.log !== position.log) return true;
    return false;
  }

  /** Drops what the stream has reached. @returns the ids that now show their confirmed row, with what was shown until now. */
  settle(position: StreamPosition): [id: string, row: TRow | null][] {
    return this.drop(({ until }) => until?.log === position.log && until.seq <= position.seq);
  }

  /** Drops what a snapshot, asked at `mark` and read at `position`, has answered; and a row of another history, which may be older than the snapshot's. */
  answered(mark: number, position: StreamPosition | undefined): void {
    this.drop(({ row, until, order }) => {
      if (!until || !position) return order < mark;
      return until.log === position.log ? until.seq <= position.seq : row !== null || order < mark;
    });
  }

  private drop(isDone: (entry: Unconfirmed<TRow>) => boolean): [id: string, row: TRow | null][] {
    if (this.entries.size === 0) return [];
    const done = [...this.entries].filter(([, entry]) => isDone(entry));
    for (const [id] of done) this.entries.delete(id);
    return done.map(([id, { row }]) => [id, row]);
  }
}
