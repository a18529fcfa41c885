/** Rows beyond the visible ones that are drawn too, so that scrolling finds them there. */
const MARGIN = 6;
/** Rows around the anchor that are asked where they went. */
const REACH = 30;

/** From `start` up to, not including, `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What can be seen of rows of one height. */
export interface Viewport {
  /** Pixels scrolled. */
  readonly top: number;
  /** Pixels of rows that can be seen. */
  readonly height: number;
  readonly rowHeight: number;
}

/** @returns the rows to draw, out of `count`. */
export function drawnRange({ top, height, rowHeight }: Viewport, count: number): Range {
  const first = Math.floor(top / rowHeight);
  const start = Math.max(0, Math.min(first - MARGIN, count - 1));
  return { start, end: Math.min(count, first + Math.ceil(height / rowHeight) + 1 + MARGIN) };
}

/** @returns the scroll position nearest to `top` at which a row is seen whole. */
export function revealing({ top, height, rowHeight }: Viewport, index: number): number {
  return Math.max(Math.min(top, index * rowHeight), (index + 1) * rowHeight - height);
}

/**
 * By how many rows what stood at `index` has moved. A row that changed may have moved by itself, so the nearest one that is
 * still the same object tells; from the anchor downwards first, since what is below is read next.
 */
export function shiftAt<TRow>(before: readonly TRow[], after: readonly TRow[], index: number): number {
  for (let step = 0; step < REACH; step++) {
    for (const at of step === 0 ? [index] : [index + step, index - step]) {
      const row = before[at];
      const now = row === undefined ? -1 : indexNear(after, at, (other) => other === row);
      if (now >= 0) return now - at;
    }
  }
  return 0;
}

/** Looks outwards from where the row was: it is seldom far. @returns -1 when there is none. */
export function indexNear<TRow>(rows: readonly TRow[], around: number, matches: (row: TRow) => boolean): number {
  for (let step = 0; step <= Math.max(around, rows.length - around); step++) {
    for (const at of [around + step, around - step]) {
      const row = rows[at];
      if (row !== undefined && matches(row)) return at;
    }
  }
  return -1;
}
