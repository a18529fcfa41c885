import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { PublicUser, UserSort, UsersQuery } from '#contract/users';
import type { ListView } from '@moien/live/engine';
import { T } from '../../../core/i18n/texts';
import { LeftRows } from '../../../core/left-rows';
import { TextSize } from '../../../core/theme/text-size';
import { Pill } from '../../../ui/pill';
import { CalmRows } from '../../../ui/rows/calm-rows';
import { placeOf, RowFocus, type RowPlace } from '../../../ui/rows/row-focus';
import { keyTarget } from '../../../ui/rows/row-keys';
import { ColumnChoice } from '../columns/column-choice';
import { COL_COUNT } from '../columns/columns';
import { UsersSelection } from '../selection/users-selection';
import { type DrawnRow, drawnRows, elementsFor, skeletonsIn } from './drawn-rows';
import { FirstRows } from './first-rows';
import { foreignRows } from './foreign-rows';
import { GridHead } from './grid-head';
import { isMenuKey, isPick, opensMenu, selectsAll } from './grid-keys';
import { RowScroll } from './row-scroll';
import type { Slotted } from './row-slots';
import { UserRow } from './user-row';

/** Rows asked for beyond what is drawn, so that scrolling does not outrun the server. */
const AHEAD = 60;
/** Rows at the end that stand for those to come. */
const SKELETONS = 8;
/** The header, which stays above the rows; as in the style sheet, at the usual text size. */
const HEADER_HEIGHT = 38;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Any number of users, of which only those in sight are drawn. While somebody is at a row, no row moves: what would move one waits behind a pill. */
@Component({
  selector: 'app-users-grid',
  imports: [GridHead, Pill, T, UserRow],
  templateUrl: './users-grid.html',
  styleUrl: './users-grid.scss',
  host: { '(document:pointerdown)': 'noteFocus($event)', '(document:focusin)': 'noteFocus($event)' },
})
export class UsersGrid {
  readonly view = input.required<ListView<PublicUser, UsersQuery>>();
  /** The ids of users that are being changed. */
  readonly busy = input.required<ReadonlySet<string>>();
  /** The id of the user whose details are open. */
  readonly open = input<string>();
  readonly opened = output<string>();
  readonly sorted = output<UserSort>();
  /** Somebody asks what can be done to a user. */
  readonly menuWanted = output<{ readonly button: HTMLElement; readonly user: PublicUser }>();
  /** So many rows are looked at, or soon will be. */
  readonly needed = output<number>();

  private readonly document = inject(DOCUMENT);
  private readonly columns = inject(ColumnChoice);
  private readonly text = inject(TextSize);
  private readonly left = inject(LeftRows);
  protected readonly selection = inject(UsersSelection);
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');
  private readonly foreign = foreignRows(() => this.scroller().nativeElement);
  /** Undefined until it is measured: rows drawn for another width would be made twice. */
  private readonly size = signal<Size | undefined>(undefined, { equal: (a, b) => a?.width === b?.width && a?.height === b?.height });
  private readonly first = new FirstRows();
  protected readonly isBusy = computed(() => this.view().isPrevious || !this.first.areAllAllowed());
  protected readonly layout = this.columns.layout;
  protected readonly colCount = COL_COUNT;
  /** In pixels. */
  protected readonly rowHeight = computed(() => this.layout().rowHeight * this.text.scale());
  private readonly headerHeight = computed(() => HEADER_HEIGHT * this.text.scale());

  private readonly pointed = signal<RowPlace | undefined>(undefined);
  private readonly calm: CalmRows<PublicUser> = new CalmRows(
    computed(() => ({ list: this.view().query, rows: this.view().rows })),
    computed((): boolean => this.pointed() !== undefined || this.focus.isHeld),
  );
  private readonly rows = this.calm.rows;
  protected readonly gone = this.calm.gone;
  private readonly focus = new RowFocus(this.rows);
  /** The user whose row has the focus, or gets it back once a menu or a dialog is closed. */
  readonly active = computed(() => (this.focus.isHeld ? this.rows()[this.focus.place()?.index ?? -1] : undefined));

  protected readonly scroll = new RowScroll<PublicUser>(
    computed(() => ({ list: this.view().query, rows: this.rows(), skeletons: this.view().isEnd || this.view().isPrevious ? 0 : SKELETONS })),
    this.rowHeight,
    computed(() => (this.size()?.height ?? this.headerHeight()) - this.headerHeight()),
    (rows) => {
      const read = this.pointed() ?? (this.focus.isHeld ? this.focus.place() : undefined);
      return read && placeOf(rows, read)?.index;
    },
  );

  /** The rows in sight, and the one with the focus wherever it is, or the focus would go with it. */
  readonly drawn = computed<readonly DrawnRow[]>(() => {
    if (!this.size()) return [];
    const { start, end: wanted } = this.scroll.range();
    const end = Math.min(wanted, start + this.first.allowed());
    return drawnRows(this.rows(), { start, end }, this.focus.place());
  });
  protected readonly elements = linkedSignal<readonly DrawnRow[], readonly Slotted<DrawnRow>[]>({
    source: this.drawn,
    computation: (rows, previous) => elementsFor(rows, previous?.value ?? [], this.foreign),
  });
  protected readonly skeletons = computed(() => (this.size() ? skeletonsIn(this.scroll.range(), this.rows().length) : []));
  /** The row that Tab leads to. */
  protected readonly tabStop = computed(() => this.focus.place()?.id ?? this.drawn()[0]?.user.id);
  /** What came in and what went without being shown yet, above or held back. */
  protected readonly waiting = computed(() => {
    const { added, gone } = this.calm.waiting();
    const all = { added: added + this.scroll.above(), gone };
    return all.added + all.gone > 0 ? all : null;
  });
  /** All there are with the header, as far as that is known. */
  protected readonly rowCount = computed(() => {
    const { total } = this.view();
    return total && total.certainty !== 'at-least' ? total.count + 1 : -1;
  });

  /** Scroll position that the browser was last told, or told us. */
  private known = 0;

  constructor() {
    // What one deletes oneself leaves without a word.
    effect(() => {
      for (const id of this.busy()) this.calm.send(id);
    });
    effect(() => {
      this.needed.emit(Math.max(this.scroll.range().end, this.left.wanted()?.index ?? 0) + AHEAD);
    });
    effect(() => {
      const id = this.left.wanted()?.id;
      const index = this.size() && id !== undefined ? this.rows().findIndex((user) => user.id === id) : -1;
      if (index >= 0) untracked(() => this.scroll.reveal(index));
    });
    afterRenderEffect({
      write: () => {
        this.drawn();
        this.applyScroll(this.scroll.top());
        this.applyFocus();
      },
    });
    const observer = new ResizeObserver(() => {
      if (!this.size()) this.first.grow(() => this.scroll.pageSize);
      this.measure();
    });
    // It reports the first size too, after the layout that the browser does anyway.
    afterNextRender(() => observer.observe(this.scroller().nativeElement));
    this.columns.drawnWidth = (id) => this.scroller().nativeElement.querySelector<HTMLElement>(`[role=columnheader][data-column=${id}]`)?.offsetWidth;
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }

  protected noteScroll(): void {
    const { scrollTop } = this.scroller().nativeElement;
    // What we set ourselves is no news; browsers round it.
    if (Math.abs(scrollTop - this.known) < 1) return;
    this.known = scrollTop;
    this.scroll.moved(scrollTop);
  }

  protected notePointer(event: PointerEvent): void {
    this.pointed.set(event.pointerType === 'mouse' ? this.rowAt(event.target) : undefined);
  }

  /** On its way to the pill, which would be gone before it was reached, and back, it does not leave. */
  protected forgetPointer({ relatedTarget }: PointerEvent): void {
    if (relatedTarget instanceof Element && relatedTarget.closest('[role=grid], [appPill]')) return;
    this.pointed.set(undefined);
    if (!this.focus.isHeld) this.scroll.rest();
  }

  /** A row that is redrawn elsewhere loses the focus without anybody having taken it: only what was pressed or focused since counts. */
  protected noteFocus({ target }: Event): void {
    const row = this.rowAt(target);
    if (row) this.focus.take(row);
    // A menu or a dialog about a row holds its place as the row itself does.
    else if (this.focus.isHeld && !(target instanceof Element && target.closest('.cdk-overlay-container'))) {
      this.focus.isHeld = false;
      if (!this.pointed()) this.scroll.rest();
    }
  }

  protected press(event: MouseEvent): void {
    const row = this.rowAt(event.target);
    if (!row) return;
    const button = (event.target as Element).closest('button');
    if (button) this.openMenu(button, row.index);
    else if (isPick(event)) this.pick(row.index, event.shiftKey);
    // Whoever marked text to copy it wants nothing opened.
    else if (this.document.getSelection()?.isCollapsed !== false) this.opened.emit(row.id);
  }

  /** With Shift a press selects rows, not the text in them. */
  protected keepText(event: MouseEvent): void {
    if (event.shiftKey && this.rowAt(event.target)) event.preventDefault();
  }

  protected handleKey(event: KeyboardEvent): void {
    const row = this.rowAt(event.target);
    if (!row) return;
    // On the button of the row, keys are the button's.
    const button = (event.target as Element).closest('button');
    if (button && !opensMenu(event)) return;
    if (button) button.click();
    else if (event.key === 'Enter') this.opened.emit(row.id);
    else if (event.key === ' ') this.pick(row.index, event.shiftKey);
    else if (selectsAll(event)) this.selection.selectLoaded();
    else if (isMenuKey(event)) (event.target as Element).querySelector<HTMLElement>('[aria-haspopup=menu]')?.click();
    else {
      const target = keyTarget(event, row.index, this.rows().length, this.scroll.pageSize);
      if (target === undefined) return;
      const place = this.focusRow(target);
      if (place && event.shiftKey) this.selection.extend(this.rows(), row.index, place.index);
    }
    event.preventDefault();
  }

  /** Moves the keyboard to the row at an index, or the nearest there is. @returns where that is. */
  focusRow(index: number): RowPlace | undefined {
    const place = this.focus.lead(index);
    if (place) this.scroll.reveal(place.index);
    return place;
  }

  /** Moves the keyboard to a user, if the list has them. */
  focusUser(id: string): void {
    if (!this.rows().some((user) => user.id === id)) this.calm.release();
    const index = this.rows().findIndex((user) => user.id === id);
    if (index >= 0) this.focusRow(index);
  }

  /** Moves the keyboard on, or to the first row in sight. */
  step(by: number): void {
    const active = this.focus.place();
    this.focusRow(active ? active.index + by : Math.ceil(this.scroll.top() / this.rowHeight()));
  }

  /** Selects the row that the keyboard is on, or lets it go. */
  pickActive(): void {
    const active = this.focus.place();
    if (active) this.pick(active.index, false);
    else this.step(0);
  }

  /** Shows all as it is, beginning with what is new. */
  protected release(): void {
    const isNews = (this.waiting()?.added ?? 0) > 0;
    this.calm.release();
    if (isNews) this.scroll.toTop();
  }

  private pick(index: number, isRange: boolean): void {
    const rows = this.rows();
    const user = rows[index];
    if (!user) return;
    this.focusRow(index);
    if (isRange) this.selection.extend(rows, index, index);
    else this.selection.toggle(user);
  }

  private openMenu(button: HTMLElement, index: number): void {
    const user = this.rows()[index];
    if (user && !this.gone().has(user.id)) this.menuWanted.emit({ button, user });
  }

  private measure(): void {
    const { clientWidth: width, clientHeight: height } = this.scroller().nativeElement;
    this.size.set({ width, height });
    this.columns.fit(width);
  }

  private applyScroll(top: number): void {
    if (top === this.known) return;
    const { nativeElement } = this.scroller();
    nativeElement.scrollTop += top - this.known;
    this.known = nativeElement.scrollTop;
    if (Math.abs(this.known - top) >= 1) this.scroll.stopped(this.known);
  }

  private applyFocus(): void {
    const id = this.focus.claim(this.document.activeElement === this.document.body);
    if (id !== undefined) this.scroller().nativeElement.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus({ preventScroll: true });
  }

  private rowAt(target: EventTarget | null): RowPlace | undefined {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-id]') : null;
    const id = element && this.scroller().nativeElement.contains(element) ? element.dataset['id'] : undefined;
    const index = this.drawn().find(({ user }) => user.id === id)?.index;
    return id === undefined || index === undefined ? undefined : { id, index };
  }
}
