/** What a mirror needs to know of its rows and of the server that has them. */
export interface MirrorSource<TRow> {
  id(row: TRow): string;
  /** Reads the whole list. Rejects with a `FeedError`, and gives up when `signal` aborts. */
  fetch(signal: AbortSignal): Promise<readonly TRow[]>;
  /** How long optional requests are to wait, by what the server said of its limits. In milliseconds. */
  restraint(): number;
  /** Fills in what a changed row takes from its earlier state. By default the new row stands as it is. */
  succeed?(row: TRow, before: TRow | undefined): TRow;
  /** Whether two states of a row say the same. By default their JSON decides. */
  equal?(a: TRow, b: TRow): boolean;
}
