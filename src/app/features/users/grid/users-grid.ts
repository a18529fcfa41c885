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
  viewChild,
} from '@angular/core';
import { mdiArrowDown, mdiArrowUp } from '@mdi/js';
import type { PublicUser, UserSort, UsersQuery } from '#contract/users';
import { T } from '../../../core/i18n/texts';
import type { ListView } from '../../../core/sync/heart/view';
import { Icon } from '../../../ui/icon';
import { Pill } from '../../../ui/pill';
import { layoutFor } from './columns';
import { isMenuKey, keyTarget } from './grid-keys';
import { RowScroll } from './row-scroll';
import { indexNear } from './row-window';
import { UserRow } from './user-row';

/** Rows asked for beyond what is drawn, so that scrolling does not outrun the server. */
const AHEAD = 60;
/** Rows at the end that stand for those to come. */
const SKELETONS = 8;
/** The header, which stays above the rows; as in the style sheet. */
const HEADER_HEIGHT = 38;

/** A user, and the place where they stood when last seen. */
interface RowPlace {
  readonly id: string;
  readonly index: number;
}

/** Any number of users, of which only those in sight are drawn. */
@Component({
  selector: 'app-users-grid',
  imports: [Icon, Pill, T, UserRow],
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
  /** So many rows are looked at, or soon will be. */
  readonly needed = output<number>();

  private readonly document = inject(DOCUMENT);
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');
  private readonly size = signal({ width: 1024, height: 640 });
  private readonly rows = computed(() => this.view().rows);
  protected readonly icons = { ascending: mdiArrowUp, descending: mdiArrowDown };
  protected readonly layout = computed(() => layoutFor(this.size().width), { equal: (a, b) => a.tracks === b.tracks });

  /** Where the keyboard stands: by id, or by place once that user has gone. */
  private readonly active = linkedSignal<readonly PublicUser[], RowPlace | undefined>({
    source: this.rows,
    computation: (rows, previous) => {
      const last = previous?.value;
      if (!last) return undefined;
      const index = indexOf(rows, last);
      return index === undefined ? placeAt(rows, last.index) : { ...last, index };
    },
  });
  private pointed: RowPlace | undefined;
  private hasFocus = false;
  private isFocusDue = false;

  protected readonly scroll = new RowScroll<PublicUser>(
    computed(() => ({ list: this.view().query, rows: this.rows(), skeletons: this.view().isEnd || this.view().isPrevious ? 0 : SKELETONS })),
    computed(() => this.layout().rowHeight),
    computed(() => this.size().height - HEADER_HEIGHT),
    (rows) => {
      const read = this.pointed ?? (this.hasFocus ? this.active() : undefined);
      return read && indexOf(rows, read);
    },
  );

  /** The rows in sight, and the one with the focus wherever it is, or the focus would go with it. */
  protected readonly drawn = computed(() => {
    const { start, end } = this.scroll.range();
    const rows = this.rows();
    const drawn = rows.slice(start, end).map((user, offset) => ({ user, index: start + offset }));
    const active = this.active();
    const user = active && rows[active.index];
    if (!user || (active.index >= start && active.index < end)) return drawn;
    const aside = { user, index: active.index };
    return active.index < start ? [aside, ...drawn] : [...drawn, aside];
  });
  protected readonly skeletons = computed(() => {
    const { start, end } = this.scroll.range();
    const first = Math.max(start, this.rows().length);
    return Array.from({ length: Math.max(0, end - first) }, (_, offset) => first + offset);
  });
  /** The row that Tab leads to. */
  protected readonly tabStop = computed(() => this.active()?.id ?? this.drawn()[0]?.user.id);
  /** All there are with the header, as far as that is known. */
  protected readonly rowCount = computed(() => {
    const { total } = this.view();
    return total && total.certainty !== 'at-least' ? total.count + 1 : -1;
  });

  /** Scroll position that the browser was last told, or told us. */
  private known = 0;

  constructor() {
    effect(() => {
      this.needed.emit(this.scroll.range().end + AHEAD);
    });
    afterRenderEffect({
      write: () => {
        this.drawn();
        this.applyScroll(this.scroll.top());
        this.applyFocus();
      },
    });
    const observer = new ResizeObserver(([entry]) => {
      if (entry) this.size.set({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    afterNextRender(() => observer.observe(this.scroller().nativeElement));
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }

  protected directionOf(sort: UserSort | undefined): 'ascending' | 'descending' | null {
    const { query } = this.view();
    if (query.sort !== sort) return null;
    return query.dir === 'asc' ? 'ascending' : 'descending';
  }

  protected noteScroll(): void {
    const { scrollTop } = this.scroller().nativeElement;
    // What we set ourselves is no news; browsers round it.
    if (Math.abs(scrollTop - this.known) < 1) return;
    this.known = scrollTop;
    this.scroll.moved(scrollTop);
  }

  protected notePointer(event: PointerEvent): void {
    this.pointed = event.pointerType === 'mouse' ? this.rowAt(event.target) : undefined;
  }

  protected forgetPointer(): void {
    this.pointed = undefined;
    if (!this.hasFocus) this.scroll.rest();
  }

  /** A row that is redrawn elsewhere loses the focus without anybody having taken it: only what was pressed or focused since counts. */
  protected noteFocus({ target }: Event): void {
    const row = this.scroller().nativeElement.contains(target as Node) ? this.rowAt(target) : undefined;
    const hadFocus = this.hasFocus;
    this.hasFocus = row !== undefined;
    if (row) this.active.set(row);
    else if (hadFocus && !this.pointed) this.scroll.rest();
  }

  protected press(event: MouseEvent): void {
    const row = this.rowAt(event.target);
    const isControl = (event.target as Element).closest('button') !== null;
    // Whoever marked text to copy it wants nothing opened.
    if (row && !isControl && this.document.getSelection()?.isCollapsed !== false) this.opened.emit(row.id);
  }

  protected handleKey(event: KeyboardEvent): void {
    const row = this.rowAt(event.target);
    // On a button of the row, keys are the button's.
    if (!row || (event.target as Element).closest('button')) return;
    if (event.key === 'Enter') this.opened.emit(row.id);
    else if (isMenuKey(event)) (event.target as Element).querySelector<HTMLElement>('[aria-haspopup=menu]')?.click();
    else {
      const target = keyTarget(event, row.index, this.rows().length, this.scroll.pageSize);
      if (target === undefined) return;
      this.focusRow(target);
    }
    event.preventDefault();
  }

  /** Moves the keyboard to the row at an index, or the nearest there is. */
  focusRow(index: number): void {
    const place = placeAt(this.rows(), index);
    if (!place) return;
    this.active.set(place);
    this.hasFocus = this.isFocusDue = true;
    this.scroll.reveal(place.index);
  }

  /** Moves the keyboard to a user, if the list has them. */
  focusUser(id: string): void {
    const index = this.rows().findIndex((user) => user.id === id);
    if (index >= 0) this.focusRow(index);
  }

  /** Moves the keyboard on, or to the first row in sight. */
  step(by: number): void {
    const active = this.active();
    this.focusRow(active ? active.index + by : Math.ceil(this.scroll.top() / this.layout().rowHeight));
  }

  private applyScroll(top: number): void {
    if (top === this.known) return;
    const { nativeElement } = this.scroller();
    nativeElement.scrollTop += top - this.known;
    this.known = nativeElement.scrollTop;
    if (Math.abs(this.known - top) >= 1) this.scroll.stopped(this.known);
  }

  private applyFocus(): void {
    const active = this.active();
    const isLost = this.hasFocus && this.document.activeElement === this.document.body;
    if (!active || !(this.isFocusDue || isLost)) return;
    this.isFocusDue = false;
    this.scroller().nativeElement.querySelector<HTMLElement>(`[data-id="${active.id}"]`)?.focus({ preventScroll: true });
  }

  private rowAt(target: EventTarget | null): RowPlace | undefined {
    const id = target instanceof Element ? target.closest<HTMLElement>('[data-id]')?.dataset['id'] : undefined;
    const index = this.drawn().find(({ user }) => user.id === id)?.index;
    return id === undefined || index === undefined ? undefined : { id, index };
  }
}

function placeAt(rows: readonly PublicUser[], index: number): RowPlace | undefined {
  const nearest = Math.max(0, Math.min(index, rows.length - 1));
  const row = rows[nearest];
  return row && { id: row.id, index: nearest };
}

function indexOf(rows: readonly PublicUser[], { id, index }: RowPlace): number | undefined {
  const found = indexNear(rows, index, (row) => row.id === id);
  return found < 0 ? undefined : found;
}
