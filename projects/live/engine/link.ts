/** A place in a stream's history, named by its log: everything up to and including the event numbered `seq` has happened. */
export interface StreamPosition {
  readonly log: string;
  readonly seq: number;
}

/** What one validated event does to a list of rows. `invalidated` says that a row changed without saying how; without an id, all may have. */
export type Change<TRow> =
  | { readonly kind: 'created' | 'updated'; readonly row: TRow }
  | { readonly kind: 'deleted'; readonly id: string }
  | { readonly kind: 'invalidated'; readonly id?: string };

/** One numbered event. Without `change` its payload failed validation: its number is known, what it did is not. */
export interface Entry<TRow> {
  readonly seq: number;
  readonly change?: Change<TRow>;
}

/** Numbered events in order, up to `head`. A single broadcast is a batch of one; a batch of none is the server's greeting. */
export interface Batch<TRow> {
  readonly log: string;
  readonly head: number;
  readonly entries: readonly Entry<TRow>[];
}

/** All that a namespace's connection can tell a collection. */
export type LinkEvent<TRow> =
  /** Connected, also after each reconnect. A greeting follows, unless the server is an older one. */
  | { readonly kind: 'up' }
  | { readonly kind: 'down' }
  | { readonly kind: 'batch'; readonly batch: Batch<TRow> }
  /** An event without a number, from an older server; without `change` its payload failed validation. */
  | { readonly kind: 'unordered'; readonly change?: Change<TRow> };
