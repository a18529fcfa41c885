import { afterEveryRender, DestroyRef, inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, NavigationStart, Router } from '@angular/router';

/** Where the admin was in a list when they left its page. */
export interface LeftRow {
  readonly id: string;
  /** Its place in the list, which tells how far a list has to be loaded again. */
  readonly index: number;
  /** It was the row at hand, rather than the first in sight. */
  readonly hadFocus: boolean;
}

const ROWS = '[data-id], [data-slot]';
/** What says that the admin does something else by now. */
const ACTS = ['pointerdown', 'keydown', 'wheel'] as const;

/**
 * Leads Back, and Forward, to the row that the admin left, on every page with a list. Rows are known by `data-id` or `data-slot`. A list that
 * draws or loads no more than it must looks at {@link wanted} and brings the row onto the page; the rest is done here.
 */
@Service()
export class LeftRows {
  private readonly router = inject(Router);
  private readonly due = signal<LeftRow | undefined>(undefined);
  /** The row to go back to, until it is there or the admin does something else. */
  readonly wanted = this.due.asReadonly();
  /** By the entry in the browser's history. */
  private readonly left = new Map<string, LeftRow>();
  /** The id of the row of this page that had the focus last. */
  private focused: string | undefined;

  /** Call it in an injection context. @param main finds the element that pages are drawn in. */
  follow(main: () => HTMLElement): void {
    let back: LeftRow | undefined;
    this.router.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (event instanceof NavigationStart && pathOf(event.url) !== pathOf(this.router.url)) {
        const row = rowAtHand(main(), this.focused);
        if (row) this.left.set(entryOf(this.router.lastSuccessfulNavigation()?.id, this.router.url), row);
        back = this.left.get(entryOf(event.restoredState?.navigationId, event.url));
        this.focused = undefined;
      }
      if (event instanceof NavigationEnd) {
        this.due.set(back);
        back = undefined;
      }
    });
    afterEveryRender(() => {
      const row = this.due();
      if (row && reach(main(), row)) this.due.set(undefined);
    });
    const gone = new AbortController();
    const noteFocus = ({ target }: Event) => {
      const row = target instanceof Element && main().contains(target) ? target.closest<HTMLElement>(ROWS) : null;
      if (row) this.focused = idOf(row);
    };
    addEventListener('focusin', noteFocus, { signal: gone.signal });
    for (const act of ACTS) addEventListener(act, () => this.due.set(undefined), { capture: true, passive: true, signal: gone.signal });
    inject(DestroyRef).onDestroy(() => gone.abort());
  }
}

/** @returns the row that had the focus last, if it is in sight; else the first in sight, unless the list stands at its top. */
function rowAtHand(main: HTMLElement, focused: string | undefined): LeftRow | undefined {
  const rows = rowsIn(main);
  const { top, bottom } = (rows[0] ? scrollerOf(rows[0], main) : main).getBoundingClientRect();
  const seen = rows.filter((row) => {
    const box = row.getBoundingClientRect();
    return box.bottom > top && box.top < bottom;
  });
  const row = seen.find((other) => idOf(other) === focused);
  const first = row ?? seen.find((other) => other.getBoundingClientRect().top >= top);
  const id = first && idOf(first);
  if (!first || id === undefined) return undefined;
  // A list that draws no more than what is in sight says where that is; the head counts as the first row.
  const index = first.ariaRowIndex === null ? rows.indexOf(first) : Number(first.ariaRowIndex) - 2;
  return row || index > 0 ? { id, index, hadFocus: row !== undefined } : undefined;
}

/** @returns whether the row is there; then it is in sight, and has the focus if it had it. */
function reach(main: HTMLElement, { id, hadFocus }: LeftRow): boolean {
  const row = rowsIn(main).find((other) => idOf(other) === id);
  if (!row) return false;
  row.scrollIntoView({ block: hadFocus ? 'center' : 'start' });
  const { activeElement } = document;
  // The page may have given it to something else, such as open details.
  if (hadFocus && (activeElement === document.body || activeElement === main)) {
    (row.matches('[tabindex]') ? row : row.querySelector<HTMLElement>('a, button'))?.focus({ preventScroll: true });
  }
  return true;
}

function rowsIn(main: HTMLElement): HTMLElement[] {
  return [...main.querySelectorAll<HTMLElement>(ROWS)];
}

function idOf({ dataset }: HTMLElement): string | undefined {
  return dataset['id'] ?? dataset['slot'];
}

/** @returns what cuts the row off when it is scrolled. */
function scrollerOf(row: HTMLElement, main: HTMLElement): HTMLElement {
  let element = row.parentElement;
  while (element && element !== main && getComputedStyle(element).overflowY === 'visible') element = element.parentElement;
  return element ?? main;
}

function entryOf(navigation: number | undefined, url: string): string {
  return `${String(navigation)} ${pathOf(url)}`;
}

function pathOf(url: string): string {
  return url.split(/[?#]/u)[0] ?? '';
}
