import { computed, linkedSignal, type Signal, untracked } from '@angular/core';
import { drawnRange, revealing, shiftAt, type Viewport } from '../../../ui/rows/row-window';

/** The list as it is scrolled through. Another `list` is another list: it begins at its top. */
export interface Scrolled<TRow> {
  readonly list: unknown;
  readonly rows: readonly TRow[];
  /** Rows that stand at the end for those to come. */
  readonly skeletons: number;
}

interface Place {
  /** Pixels scrolled. */
  readonly top: number;
  /** Rows that came in above since the top was left. */
  readonly above: number;
}

/**
 * Where a list is scrolled to. What is being read keeps its place: rows that come or go above the anchor take the scroll
 * position along. At the very top, with no anchor, new rows push the others down.
 */
export class RowScroll<TRow> {
  /** Nobody scrolled away from the top: what comes in there is to be seen as soon as nothing is being read any more. */
  private isAtTop = true;
  private readonly source = computed(() => ({ ...this.scrolled(), rowHeight: this.rowHeight() }));
  private readonly place = linkedSignal<Scrolled<TRow> & { readonly rowHeight: number }, Place>({
    source: this.source,
    computation: (now, previous) => {
      if (!previous || previous.source.list !== now.list) {
        this.isAtTop = true;
        return { top: 0, above: 0 };
      }
      const { source: before, value } = previous;
      const scrolled = value.top / before.rowHeight;
      const read = untracked(() => this.anchor(before.rows));
      const isInSight = read !== undefined && read > scrolled - 1 && read < scrolled + this.pageSize + 1;
      const anchor = isInSight ? read : scrolled > 0 ? Math.floor(scrolled) : undefined;
      const shift = anchor === undefined ? 0 : shiftAt(before.rows, now.rows, anchor);
      return { top: Math.max(0, scrolled + shift) * now.rowHeight, above: Math.max(0, value.above + shift) };
    },
  });

  /**
   * @param height of the rows' part of the view, in pixels.
   * @param anchor finds the row that somebody points at or has the focus on.
   */
  constructor(
    private readonly scrolled: Signal<Scrolled<TRow>>,
    private readonly rowHeight: Signal<number>,
    private readonly height: Signal<number>,
    private readonly anchor: (rows: readonly TRow[]) => number | undefined,
  ) {}

  readonly top = computed(() => this.place().top);
  readonly above = computed(() => this.place().above);
  readonly contentHeight = computed(() => this.count() * this.rowHeight());
  /** The rows to draw, skeletons among them. */
  readonly range = computed(() => drawnRange(this.viewport(), this.count()), { equal: (a, b) => a.start === b.start && a.end === b.end });
  private readonly count = computed(() => this.scrolled().rows.length + this.scrolled().skeletons);
  private readonly viewport = computed((): Viewport => ({ top: this.top(), height: this.height(), rowHeight: this.rowHeight() }));

  /** Rows that fit into the view. */
  get pageSize(): number {
    return untracked(() => Math.max(1, Math.floor(this.height() / this.rowHeight())));
  }

  /** The browser scrolled. */
  moved(top: number): void {
    this.isAtTop = top < 1;
    this.place.update(({ above }) => ({ top, above: Math.min(above, Math.floor(top / this.rowHeight())) }));
  }

  /** The browser could not scroll as far as asked. */
  stopped(top: number): void {
    this.place.update((place) => ({ ...place, top }));
  }

  reveal(index: number): void {
    const top = revealing(this.viewport(), index);
    if (top !== this.top()) this.moved(top);
  }

  /** Nothing is being read any more: at the top, what came in meanwhile is shown. */
  rest(): void {
    if (this.isAtTop) this.toTop();
  }

  toTop(): void {
    this.moved(0);
  }
}
