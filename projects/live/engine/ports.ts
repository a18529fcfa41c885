import type { Batch, Change, StreamPosition } from './link';

/** Time as the engine sees it: injected, so that the simulation can own it. */
export interface Timers {
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Calls `run` once after `ms`; the result cancels. */
  after(ms: number, run: () => void): () => void;
  /** Uniform in [0, 1). */
  random(): number;
}

/** A page of the server's rows. */
export interface PageAnswer<TRow> {
  readonly rows: readonly TRow[];
  /** Opaque; null on the last page. */
  readonly next: string | null;
  /** Rows in the whole list; `exact` false means "at least". Absent where the server does not count. */
  readonly total?: { readonly count: number; readonly exact: boolean };
  /** Where in the stream these rows were read; absent from an older server. */
  readonly position?: StreamPosition;
}

/** Rows by id; an id that is gone is absent. */
export interface RowsAnswer<TRow> {
  readonly rows: readonly TRow[];
  readonly position?: StreamPosition;
}

/**
 * The server's answers. Each rejects with {@link FeedError} when there is none, and gives up when `signal` aborts.
 * The engine calls at most one of them at a time.
 */
export interface Feed<TRow, TQuery> {
  /** The first page of the list, or the one at `cursor`. */
  page(query: TQuery, cursor: string | null, limit: number, signal: AbortSignal): Promise<PageAnswer<TRow>>;
  /** What happened after a position, as far as one page goes; `head` is where the history ended. */
  replay(after: StreamPosition, signal: AbortSignal): Promise<Batch<TRow>>;
  /** Just these rows, at most {@link ROWS_MAX}. Only streams whose events carry no rows need it. */
  rows?(ids: readonly string[], signal: AbortSignal): Promise<RowsAnswer<TRow>>;
}
export const ROWS_MAX = 100;

/** A request that was not answered as asked. `status` is the HTTP status, 0 when there was no answer at all; `cause` tells more where more is known. */
export class FeedError extends Error {
  constructor(
    readonly status: number,
    message = `HTTP ${String(status)}`,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'FeedError';
  }
}

/** The answer to an action of our own: what it did, and the number of its event where the server tells. */
export interface LocalResult<TRow> {
  readonly change: Change<TRow>;
  readonly position?: StreamPosition;
  /** Resolves when the server's own word of it has come; where that is told otherwise than by `position`. */
  readonly confirmed?: Promise<void>;
}

/** What a list is made of: identity, order and membership. They must agree with the server's. */
export interface RowRules<TRow, TQuery> {
  id(row: TRow): string;
  /** Rows stand in the order of their keys, ties in that of their ids, both compared by {@link compare}. */
  sortKey(row: TRow, query: TQuery): string;
  /** Orders two keys, or two ids, as the server's collation does. @returns below 0 where `a` comes first. */
  compare(a: string, b: string): number;
  /** Whether both orders are reversed. */
  descending(query: TQuery): boolean;
  matches(row: TRow, query: TQuery): boolean;
  /** Whether the query leaves rows out: only then is the membership of an unseen row unknown. */
  filters(query: TQuery): boolean;
}
