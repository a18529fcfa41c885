import type { PublicUser } from '#contract/users';
import type { RowPlace } from '../../../ui/rows/row-focus';
import type { Range } from '../../../ui/rows/row-window';
import { type Slotted, slotted } from './row-slots';

/** A user in the grid, and their place in the list. */
export interface DrawnRow {
  readonly user: PublicUser;
  readonly index: number;
}

/** @returns the rows of a range, and the one with the focus wherever it is, or the focus would go with it. */
export function drawnRows(rows: readonly PublicUser[], { start, end }: Range, active: RowPlace | undefined): readonly DrawnRow[] {
  const drawn = rows.slice(start, end).map((user, offset) => ({ user, index: start + offset }));
  const user = active && rows[active.index];
  if (!user || (active.index >= start && active.index < end)) return drawn;
  const aside = { user, index: active.index };
  return active.index < start ? [aside, ...drawn] : [...drawn, aside];
}

/** @returns the places in a range that stand for rows to come. */
export function skeletonsIn({ start, end }: Range, count: number): readonly number[] {
  const first = Math.max(start, count);
  return Array.from({ length: Math.max(0, end - first) }, (_, offset) => first + offset);
}

/** Gives each row an element. @param foreign the ids of those whose elements serve for nothing but what they show. */
export function elementsFor(rows: readonly DrawnRow[], last: readonly Slotted<DrawnRow>[], foreign: ReadonlySet<string>): readonly Slotted<DrawnRow>[] {
  const users = new Set(rows.map(({ user }) => user));
  return slotted(
    rows,
    ({ user }) => user.id,
    last,
    ({ row }) => !foreign.has(row.user.id) || users.has(row.user),
  );
}
