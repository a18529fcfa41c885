import { compareText } from '#contract/text';
import type { PageAnswer } from '../sync/heart/ports';

/** The list that was asked for, out of all rows there are, which an older server sends whatever it is asked for. */
export function wholeList<TRow extends { readonly id: string }>(
  all: readonly TRow[],
  matches: (row: TRow) => boolean,
  sortKey: (row: TRow) => string,
  direction: 'asc' | 'desc' = 'asc',
): PageAnswer<TRow> {
  const sign = direction === 'asc' ? 1 : -1;
  const rows = all
    .filter(matches)
    .map((row) => ({ row, key: sortKey(row) }))
    .sort((a, b) => sign * (compareText(a.key, b.key) || compareText(a.row.id, b.row.id)))
    .map(({ row }) => row);
  return { rows, next: null, total: { count: rows.length, exact: true } };
}
