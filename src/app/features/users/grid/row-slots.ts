/** A drawn row's place in the DOM: rows of the same slot, one after the other, are drawn in the same element. */
export interface Slotted<TRow> {
  readonly row: TRow;
  readonly slot: number;
}

/**
 * Gives the elements of rows that go to rows that come, where no element has to move for it: to fill a row anew costs a fraction of
 * making one. A row that stays keeps its element; between two that stay, whoever comes takes over from whoever goes.
 *
 * @param last what was drawn last; empty at first.
 * @param mayStay whether an element may be drawn in any more; where not, its row gets a new one.
 */
export function slotted<TRow>(
  rows: readonly TRow[],
  id: (row: TRow) => string,
  last: readonly Slotted<TRow>[],
  mayStay: (slotted: Slotted<TRow>) => boolean = () => true,
): readonly Slotted<TRow>[] {
  const before = last.filter(mayStay);
  const ids = new Set(rows.map(id));
  const places = new Map(before.map(({ row }, index) => [id(row), index]));
  let unused = Math.max(-1, ...last.map(({ slot }) => slot)) + 1;
  let next = 0;
  return rows.map((row) => {
    const place = places.get(id(row));
    const stayed = place === undefined ? undefined : before[place];
    if (place !== undefined && stayed) {
      next = Math.max(next, place + 1);
      return { row, slot: stayed.slot };
    }
    const gone = before[next];
    if (!gone || ids.has(id(gone.row))) return { row, slot: unused++ };
    next++;
    return { row, slot: gone.slot };
  });
}
