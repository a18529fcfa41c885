import { type Batch, type Feed, FeedError, type PageAnswer, type RowRules, type StreamPosition } from '@moien/live/engine';
import type { Mirror } from './mirror';

/** Rows that are looked at in one go: a few milliseconds' worth, so that long lists leave the page responsive. */
const CHUNK = 1_000;

interface Place {
  readonly key: string;
  readonly id: string;
}

/** Answers a live list out of a {@link Mirror}, as a server that pages, filters, sorts, counts and numbers would. */
export class MirrorFeed<TRow, TQuery> implements Feed<TRow, TQuery> {
  private keys = new WeakMap<TRow & object, string>();
  private keyed: TQuery | undefined;

  /** @param pause lets the browser do something else. */
  constructor(
    private readonly mirror: Mirror<TRow>,
    private readonly rules: RowRules<TRow, TQuery>,
    private readonly pause: () => Promise<void>,
  ) {}

  /** Resolves once the mirror has its rows. Every page is of one moment, and carries that moment's position. */
  async page(query: TQuery, cursor: string | null, limit: number, signal: AbortSignal): Promise<PageAnswer<TRow>> {
    await this.mirror.ready();
    const position = this.mirror.position;
    const all = [...this.mirror.rows.values()];
    const after = cursor === null ? undefined : (JSON.parse(cursor) as Place);
    const best: (Place & { readonly row: TRow })[] = [];
    const isBefore = this.order(query);
    let count = 0;
    let isCut = false;
    for (let start = 0; start < all.length; start += CHUNK) {
      if (start > 0) await this.pause();
      signal.throwIfAborted();
      for (const row of all.slice(start, start + CHUNK)) {
        if (!this.rules.matches(row, query)) continue;
        count++;
        const placed = { key: this.key(row, query), id: this.rules.id(row), row };
        const last = best[limit - 1];
        if (after && !isBefore(after, placed)) continue;
        if (best.length === limit) isCut = true;
        if (last && !isBefore(placed, last)) continue;
        best.splice(placeIn(best, placed, isBefore), 0, placed);
        best.length = Math.min(best.length, limit);
      }
    }
    const end = best.at(-1);
    const next = isCut && end ? JSON.stringify({ key: end.key, id: end.id } satisfies Place) : null;
    return { rows: best.map(({ row }) => row), next, total: { count, exact: true }, position };
  }

  replay(after: StreamPosition): Promise<Batch<TRow>> {
    const batch = this.mirror.replay(after);
    return batch ? Promise.resolve(batch) : Promise.reject(new FeedError(410));
  }

  private order(query: TQuery): (a: Place, b: Place) => boolean {
    const sign = this.rules.descending(query) ? -1 : 1;
    return (a, b) => sign * (this.rules.compare(a.key, b.key) || this.rules.compare(a.id, b.id)) < 0;
  }

  /** Each row's key is made once for a query. */
  private key(row: TRow, query: TQuery): string {
    if (query !== this.keyed) this.keys = new WeakMap();
    this.keyed = query;
    if (typeof row !== 'object' || row === null) return this.rules.sortKey(row, query);
    const known = this.keys.get(row);
    if (known !== undefined) return known;
    const key = this.rules.sortKey(row, query);
    this.keys.set(row, key);
    return key;
  }
}

/** Where a sorted list takes a new element. */
function placeIn(sorted: readonly Place[], placed: Place, isBefore: (a: Place, b: Place) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle];
    if (at && isBefore(placed, at)) high = middle;
    else low = middle + 1;
  }
  return low;
}
