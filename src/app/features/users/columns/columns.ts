import type { PublicUser, UserSort } from '#contract/users';

export const COLUMN_IDS = ['name', 'email', 'phone', 'country', 'status', 'verified', 'registered'] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** A column of the grid. */
export interface Column {
  readonly id: ColumnId;
  /** What the server sorts by when the header is pressed. */
  readonly sort?: UserSort;
  /** Sixteenths of a rem that it needs to be of use. */
  readonly min: number;
  /** Its share of what is left over. */
  readonly grow: number;
}

/** In the order in which they stand. */
export const COLUMNS: readonly Column[] = [
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
/** A row without it says nothing. */
export const ALWAYS_SHOWN: ColumnId = 'name';

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

/** The box to select by stands before the columns, the actions after them. */
export const COL_COUNT = COLUMN_IDS.length + 2;

/** @returns the place of a column among all there are, shown or not, as `aria-colindex` counts. */
export function colIndex(id: ColumnId): number {
  return COLUMN_IDS.indexOf(id) + 2;
}
