import type { PageAnswer, RowRules } from './ports';

/** A row and where it stands in the list's order. */
export interface Placed<TRow> {
  readonly id: string;
  readonly key: string;
  readonly row: TRow;
}
type Place = Omit<Placed<unknown>, 'row'>;

/** How many rows the whole list has: `about` when an event may have changed the number unseen, `at-least` when the server stopped counting. */
export interface Total {
  readonly count: number;
  readonly certainty: 'exact' | 'about' | 'at-least';
}

/**
 * The confirmed rows: the contiguous head of the server's order for one query, exact at one position of the stream.
 * It ends at the place of the last row that a page brought (kept when that row goes), or reaches the end of the list.
 */
export class Window<TRow, TQuery> {
  private readonly rows = new Map<string, Placed<TRow>>();
  private bound: Place | 'end' = 'end';
  private next: string | null = null;
  private counted: Total | undefined;

  constructor(
    private readonly rules: RowRules<TRow, TQuery>,
    readonly query: TQuery,
  ) {}

  get size(): number {
    return this.rows.size;
  }
  /** Asks for the page that follows; null when the window reaches the end of the list. */
  get cursor(): string | null {
    return this.next;
  }
  get total(): Total | undefined {
    return this.bound === 'end' ? { count: this.rows.size, certainty: 'exact' } : this.counted;
  }
  get(id: string): Placed<TRow> | undefined {
    return this.rows.get(id);
  }
  ids(): IterableIterator<string> {
    return this.rows.keys();
  }

  /** The list's order: by key, then id, both in the query's direction. */
  readonly compare = (a: Place, b: Place): number => {
    const order = this.rules.compare(a.key, b.key) || this.rules.compare(a.id, b.id);
    return this.rules.descending(this.query) ? -order : order;
  };

  place(row: TRow): Placed<TRow> {
    return { id: this.rules.id(row), key: this.rules.sortKey(row, this.query), row };
  }

  /** Whether a row would be shown: it matches the query and stands before the window's end. */
  shows(placed: Placed<TRow>): boolean {
    return this.rules.matches(placed.row, this.query) && this.covers(placed);
  }

  /** The pages so far, and the next: its rows, its end, its count. */
  append(page: PageAnswer<TRow>): void {
    let last: Placed<TRow> | undefined;
    for (const row of page.rows) {
      last = this.place(row);
      this.rows.set(last.id, last);
    }
    this.next = page.next;
    if (page.next === null) this.bound = 'end';
    else if (last) this.bound = last;
    this.recount(page.total);
  }

  recount(total: PageAnswer<TRow>['total']): void {
    this.counted = total && { count: total.count, certainty: total.exact ? 'exact' : 'at-least' };
  }

  /**
   * Takes a row as it is now: it enters, stays, moves or leaves.
   * @param isNew whether it is new to the whole list; undefined when nobody said.
   * @returns by how much the whole list grew; undefined when nobody can know, because the row was out of sight.
   */
  put(row: TRow, isNew: boolean | undefined): number | undefined {
    const placed = this.place(row);
    const growth = this.growth(placed, isNew);
    this.set(placed);
    this.grow(growth);
    return growth;
  }

  /** @param wasThere whether the whole list had it; undefined when nobody said. @returns by how much it grew, as {@link put} does. */
  delete(id: string, wasThere: true | undefined): number | undefined {
    const wasHere = this.rows.delete(id);
    const growth = wasThere && (wasHere || !this.rules.filters(this.query)) ? -1 : undefined;
    this.grow(growth);
    return growth;
  }

  /** A page was read before this change: it has to be told again, but was counted already. */
  retell(id: string, row: TRow | null): void {
    if (row === null) this.rows.delete(id);
    else this.set(this.place(row));
  }

  /** The whole list grew by so much, or (undefined) by nobody knows how much. */
  grow(growth: number | undefined): void {
    const { counted } = this;
    if (!counted || counted.certainty === 'at-least') return;
    this.counted = { count: counted.count + (growth ?? 0), certainty: growth === undefined ? 'about' : counted.certainty };
  }

  private set(placed: Placed<TRow>): void {
    if (this.shows(placed)) this.rows.set(placed.id, placed);
    else this.rows.delete(placed.id);
  }

  private growth(placed: Placed<TRow>, isNew: boolean | undefined): number | undefined {
    const isMember = this.rules.matches(placed.row, this.query);
    const wasHere = this.rows.has(placed.id);
    // Told by nobody, a row may or may not be counted already: only one that stays changes nothing either way.
    if (isNew === undefined) return wasHere && isMember ? 0 : undefined;
    if (wasHere) return isMember ? 0 : -1;
    if (isNew) return isMember ? 1 : 0;
    return this.rules.filters(this.query) ? undefined : 0;
  }

  private covers(place: Place): boolean {
    return this.bound === 'end' || this.compare(place, this.bound) <= 0;
  }
}
