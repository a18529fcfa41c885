import type { Overlay } from './overlay';
import type { RowRules } from './ports';
import type { Placed, Total, Window } from './window';

/** The list as it is shown: confirmed rows with the unconfirmed changes laid over them. */
export interface ListView<TRow, TQuery> {
  /** The query these rows answer: the one before, until the first page of a new one is here. */
  readonly query: TQuery;
  /** In the list's order. A row that did not change is the same object as before. */
  readonly rows: readonly TRow[];
  readonly total: Total | undefined;
  /** Whether the rows are known to be the whole list. */
  readonly isEnd: boolean;
  /** These are the rows from before, less those known to be gone: what replaces them is still being fetched. */
  readonly isPrevious: boolean;
}

/** Keeps the shown rows sorted, touching only those that changed since the last look. */
export class View<TRow, TQuery> {
  private placed: readonly Placed<TRow>[] = [];
  private readonly changed = new Set<string>();
  private isNew = true;
  private last: ListView<TRow, TQuery> | undefined;

  constructor(
    private readonly rules: RowRules<TRow, TQuery>,
    private readonly overlay: Overlay<TRow>,
  ) {}

  /** Whether there is anything to show at all. */
  get isEmpty(): boolean {
    return this.last === undefined;
  }

  touch(id: string): void {
    this.changed.add(id);
  }
  reset(): void {
    this.isNew = true;
  }

  /** @returns the same object as before when nothing changed. */
  read(window: Window<TRow, TQuery>): ListView<TRow, TQuery> {
    const { last } = this;
    const total = this.total(window);
    const isEnd = window.cursor === null;
    const isSame = last && !this.isNew && this.changed.size === 0;
    if (isSame && !last.isPrevious && last.isEnd === isEnd && last.total?.count === total?.count && last.total?.certainty === total?.certainty) return last;
    if (!isSame) this.placed = this.isNew ? this.sortAll(window) : this.merge(window);
    this.isNew = false;
    this.changed.clear();
    return (this.last = { query: window.query, rows: isSame ? last.rows : this.placed.map(({ row }) => row), total, isEnd, isPrevious: false });
  }

  /** What was read last, while something else is being fetched. */
  readPrevious(): ListView<TRow, TQuery> | undefined {
    const { last } = this;
    if (!last || (last.isPrevious && this.changed.size === 0)) return last;
    this.changed.clear();
    this.isNew = true;
    const rows = last.rows.filter((row) => !this.overlay.isGone(this.rules.id(row)));
    return (this.last = { ...last, rows: rows.length === last.rows.length ? last.rows : rows, isPrevious: true });
  }

  private shown(window: Window<TRow, TQuery>, id: string): Placed<TRow> | undefined {
    const over = this.overlay.get(id);
    if (over === undefined) return window.get(id);
    if (over === null) return undefined;
    const placed = window.place(over);
    return window.shows(placed) ? placed : undefined;
  }

  private sortAll(window: Window<TRow, TQuery>): readonly Placed<TRow>[] {
    return this.sorted(window, new Set([...window.ids(), ...this.overlay.ids()]));
  }

  private sorted(window: Window<TRow, TQuery>, ids: Iterable<string>): Placed<TRow>[] {
    const shown: Placed<TRow>[] = [];
    for (const id of ids) {
      const placed = this.shown(window, id);
      if (placed) shown.push(placed);
    }
    return shown.sort(window.compare);
  }

  /** The rows that stayed, in their order, with the changed ones sorted in: linear, however many are loaded. */
  private merge(window: Window<TRow, TQuery>): readonly Placed<TRow>[] {
    const entering = this.sorted(window, this.changed);
    const merged: Placed<TRow>[] = [];
    let next = 0;
    for (const stayed of this.placed) {
      if (this.changed.has(stayed.id)) continue;
      for (let entry = entering[next]; entry && window.compare(entry, stayed) < 0; entry = entering[++next]) merged.push(entry);
      merged.push(stayed);
    }
    for (let entry = entering[next]; entry; entry = entering[++next]) merged.push(entry);
    return merged;
  }

  /** The confirmed count, with what the unconfirmed changes add and take. */
  private total(window: Window<TRow, TQuery>): Total | undefined {
    if (!window.total || this.overlay.size === 0) return window.total;
    let { count } = window.total;
    for (const id of this.overlay.ids()) {
      const over = this.overlay.get(id);
      const was = window.get(id) !== undefined;
      const is = over ? this.rules.matches(over, window.query) : false;
      if (was && !is) count--;
      else if (!was && is && window.cursor === null) count++;
    }
    return { ...window.total, count };
  }
}
