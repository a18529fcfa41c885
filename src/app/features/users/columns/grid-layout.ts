import { type Column, type ColumnId, COLUMNS } from './columns';

// Sizes are in sixteenths of a rem: pixels, at the usual text size.

export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

/** Where there is no room for all, the last of these go first. */
const PRIORITY: readonly ColumnId[] = ['name', 'status', 'email', 'registered', 'country', 'phone', 'verified'];
/** Narrower than this, a row has two lines: who it is, and how to reach them. */
const CARD_WIDTH = 520;
const ROW_HEIGHT: Readonly<Record<Density, number>> = { comfortable: 44, compact: 32 };
const CARD_HEIGHT: Readonly<Record<Density, number>> = { comfortable: 60, compact: 52 };
/** The box to select a row by, at its beginning; the menu's button, at its end; the row's own padding. */
const SELECT_WIDTH = 40;
const MENU_WIDTH = 44;
const PADDING = 16;
/** No column is of any use that is narrower, or needs to be wider. */
export const WIDTH_MIN = 72;
export const WIDTH_MAX = 640;

/** What somebody chose to see of the grid. */
export interface LayoutChoice {
  readonly hidden: ReadonlySet<ColumnId>;
  /** Of the columns that were resized. */
  readonly widths: ReadonlyMap<ColumnId, number>;
  readonly density: Density;
}

/** How the grid is laid out at a width. */
export interface GridLayout {
  readonly columns: readonly Column[];
  readonly isCards: boolean;
  readonly isCompact: boolean;
  readonly rowHeight: number;
  /** CSS `grid-template-columns`. */
  readonly tracks: string;
  /** What the columns could still take from each other. */
  readonly spare: number;
}

/** @param width of the grid. */
export function layoutFor(width: number, { hidden, widths, density }: LayoutChoice): GridLayout {
  const isCards = width < CARD_WIDTH;
  const need = ({ id, min }: Column) => Math.min(min, widths.get(id) ?? min);
  const shown = new Set<ColumnId>();
  let spare = width - SELECT_WIDTH - MENU_WIDTH - PADDING;
  for (const id of isCards ? PRIORITY.slice(0, 1) : PRIORITY.filter((column) => !hidden.has(column))) {
    const column = COLUMNS.find((other) => other.id === id);
    const left = spare - (column ? need(column) : 0);
    if (left < 0 && shown.size > 0) break;
    spare = left;
    shown.add(id);
  }
  const columns = COLUMNS.filter(({ id }) => shown.has(id));
  const tracks = columns.map((column) => {
    const { id, grow } = column;
    const chosen = widths.get(id);
    if (isCards) return 'minmax(0, 1fr)';
    // A width that was chosen is kept as far as there is room.
    if (chosen !== undefined) return `minmax(${rem(need(column))}, ${rem(chosen)})`;
    return grow > 0 ? `minmax(${rem(need(column))}, ${String(grow)}fr)` : rem(need(column));
  });
  return {
    columns,
    isCards,
    isCompact: density === 'compact',
    rowHeight: (isCards ? CARD_HEIGHT : ROW_HEIGHT)[density],
    // What no column takes is left to the menu's, at whose end the button stands.
    tracks: [rem(SELECT_WIDTH), ...tracks, `minmax(${rem(MENU_WIDTH)}, ${tracks.some((track) => track.endsWith('fr)')) ? rem(MENU_WIDTH) : '1fr'})`].join(' '),
    spare: Math.max(0, spare),
  };
}

/** @returns the width nearest to `width` that pushes no other column out. */
export function widthWithin(column: Column, width: number, { spare }: GridLayout, choice: LayoutChoice): number {
  const base = Math.min(column.min, choice.widths.get(column.id) ?? column.min);
  return Math.round(Math.max(WIDTH_MIN, Math.min(width, base + spare, WIDTH_MAX)));
}

function rem(sixteenths: number): string {
  return `${String(sixteenths / 16)}rem`;
}
