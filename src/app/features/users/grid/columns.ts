import type { PublicUser, UserSort } from '#contract/users';

const COLUMN_IDS = ['name', 'email', 'phone', 'country', 'status', 'verified', 'registered'] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** A column of the grid. */
export interface Column {
  readonly id: ColumnId;
  /** What the server sorts by when the header is pressed. */
  readonly sort?: UserSort;
  /** Pixels it needs to be of use. */
  readonly min: number;
  /** Its share of what is left over. */
  readonly grow: number;
}

/** In the order in which they stand. */
const COLUMNS: readonly Column[] = [
  { id: 'name', sort: 'fullName', min: 208, grow: 3 },
  { id: 'email', sort: 'email', min: 204, grow: 3 },
  { id: 'phone', min: 136, grow: 1 },
  { id: 'country', sort: 'countryName', min: 124, grow: 2 },
  { id: 'status', min: 100, grow: 1 },
  { id: 'verified', min: 84, grow: 0 },
  { id: 'registered', sort: 'createdAt', min: 116, grow: 1 },
];
/** The columns that can be sorted by. */
export const SORTABLE = COLUMNS.filter((column): column is Column & { readonly sort: UserSort } => column.sort !== undefined);
/** Where there is no room for all, the last of these go first. */
const PRIORITY: readonly ColumnId[] = ['name', 'status', 'email', 'registered', 'country', 'phone', 'verified'];

/** Narrower than this, a row has two lines: who it is, and how to reach them. */
const CARD_WIDTH = 520;
const ROW_HEIGHT = 44;
const CARD_HEIGHT = 60;
/** The menu's button at the end of each row, and the row's own padding. */
const MENU_WIDTH = 44;
const PADDING = 16;

/** How the grid is laid out at a width. */
export interface GridLayout {
  readonly columns: readonly Column[];
  readonly isCards: boolean;
  /** In pixels. */
  readonly rowHeight: number;
  /** CSS `grid-template-columns`. */
  readonly tracks: string;
}

/** @param width of the grid, in pixels. */
export function layoutFor(width: number): GridLayout {
  const isCards = width < CARD_WIDTH;
  const shown = new Set<ColumnId>();
  let left = width - MENU_WIDTH - PADDING;
  for (const id of isCards ? PRIORITY.slice(0, 1) : PRIORITY) {
    left -= COLUMNS.find((column) => column.id === id)?.min ?? 0;
    if (left < 0 && shown.size > 0 && !isCards) break;
    shown.add(id);
  }
  const columns = COLUMNS.filter(({ id }) => shown.has(id));
  const tracks = columns.map(({ min, grow }) => {
    if (isCards) return 'minmax(0, 1fr)';
    return grow > 0 ? `minmax(${String(min)}px, ${String(grow)}fr)` : `${String(min)}px`;
  });
  return { columns, isCards, rowHeight: isCards ? CARD_HEIGHT : ROW_HEIGHT, tracks: [...tracks, `${String(MENU_WIDTH)}px`].join(' ') };
}

/** What each column shows of a user. */
const SHOWN: Readonly<Record<ColumnId, readonly (keyof PublicUser)[]>> = {
  name: ['fullName', 'photoUrl'],
  email: ['email'],
  phone: ['phone'],
  country: ['countryCode', 'countryName'],
  status: ['isBanned', 'bannedAt'],
  verified: ['emailVerified', 'phoneVerified'],
  registered: ['createdAt'],
};

/** @returns the columns in which a user looks different than before. */
export function changedColumns(before: PublicUser, after: PublicUser): ReadonlySet<ColumnId> {
  return new Set(COLUMN_IDS.filter((column) => SHOWN[column].some((field) => before[field] !== after[field])));
}
