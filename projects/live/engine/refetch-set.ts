import type { StreamPosition } from './link';

/** More ids than this at once, and a snapshot is cheaper than fetching them. */
export const REFETCH_MAX = 500;

/** Rows that changed without the event saying how, until an answer read at or past their last event brings them. */
export class RefetchSet {
  private readonly waiting = new Map<string, { readonly at: StreamPosition | undefined; readonly order: number }>();
  /** Rows fetched from ahead of our position: the number up to which their events are already in them. */
  private readonly fetched = new Map<string, number>();

  get size(): number {
    return this.waiting.size;
  }
  has(id: string): boolean {
    return this.waiting.has(id);
  }

  /** @param at the event's own position; undefined from an older server, told by the `order` in which things happened here. */
  touch(id: string, at: StreamPosition | undefined, order: number): void {
    const ahead = this.fetched.get(id);
    if (at && ahead !== undefined && at.seq <= ahead) return;
    this.waiting.set(id, { at, order });
  }

  /** It is gone: nothing more to fetch. @returns whether it was waiting. */
  drop(id: string): boolean {
    return this.waiting.delete(id);
  }

  /** The ones that wait longest. */
  first(count: number): string[] {
    return [...this.waiting.keys()].slice(0, count);
  }

  /** @returns whether an answer, asked at `mark` and read at `position`, is new enough for this id; if so the id is done. */
  answer(id: string, mark: number, position: StreamPosition | undefined): boolean {
    const wait = this.waiting.get(id);
    if (!wait) return false;
    const isNumbered = wait.at !== undefined && wait.at.log === position?.log;
    if (isNumbered ? position.seq < wait.at.seq : wait.order > mark) return false;
    this.waiting.delete(id);
    if (position) this.fetched.set(id, position.seq);
    return true;
  }

  /** A snapshot answers everything before it. */
  settle(mark: number, position: StreamPosition | undefined): void {
    this.fetched.clear();
    for (const id of [...this.waiting.keys()]) this.answer(id, mark, position);
    this.fetched.clear();
  }

  /** What lies at or before our own position needs no remembering. */
  forget(seq: number): void {
    for (const [id, ahead] of this.fetched) if (ahead <= seq) this.fetched.delete(id);
  }
}
