import {
  computed,
  createEnvironmentInjector,
  DestroyRef,
  effect,
  EnvironmentInjector,
  inject,
  runInInjectionContext,
  type Signal,
  signal,
  untracked,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type LiveCollection, liveCollection } from '@moien/live';
import type { Feed, Freshness, FreshnessState, LinkEvent, LocalResult, RowRules } from '@moien/live/engine';
import type { Observable } from 'rxjs';
import { ApiError } from '../api/api-error';
import { Clock } from '../i18n/clock';
import { RejectedEvents } from '../realtime/rejected-events';
import { Session } from '../session/session';

/** A namespace's connection; `freshness` where the rows rest on more than it. */
export interface LiveSocket<TRow> {
  readonly link$: Observable<LinkEvent<TRow>>;
  readonly freshness?: Signal<Freshness>;
}

export interface LiveStoreOptions<TRow, TQuery> {
  readonly rules: RowRules<TRow, TQuery>;
  readonly feed: Feed<TRow, TQuery>;
  /** The namespace whose events concern these rows. */
  readonly socket: LiveSocket<TRow>;
  /** What to show; the same object for as long as it asks for the same. */
  readonly query: Signal<TQuery>;
}

/** How true a page's rows are, as `ui/freshness` shows it. */
export interface StoreFreshness {
  readonly state: FreshnessState;
  /** When the rows were last known to equal the server's, in milliseconds since the epoch; null before the first time. */
  readonly syncedAt: number | null;
  /** Events left out so far because they were not what the contract says. */
  readonly invalid: number;
  /** They rest on events without numbers, and on the whole list as it was compared at `syncedAt`. */
  readonly isCompared?: boolean;
}

/** @param now by the clock that pages show ages by. @returns a live value's freshness, as pages show it. */
export function asShown({ state, syncedAt, isCompared = false }: Freshness, invalid: number, now: number): StoreFreshness {
  return { state, syncedAt: syncedAt === undefined ? null : now - (performance.now() - syncedAt), invalid, ...(isCompared && { isCompared }) };
}

/**
 * A page's live list: a {@link LiveCollection} that ends with the page or with the session, whichever is first, and leaves no row
 * behind. Extend it in a service that the page provides.
 */
export abstract class LiveStore<TRow, TQuery> {
  private readonly clock = inject(Clock);
  private readonly rejected = inject(RejectedEvents).count;
  private readonly lastFailure = signal<ApiError | null>(null);
  /** The list ends with the session, which may be before the page is gone. */
  private readonly life = createEnvironmentInjector([], inject(EnvironmentInjector));
  private readonly isOver = signal(false);
  private readonly list: LiveCollection<TRow, TQuery>;

  /** Undefined before the first answer. */
  readonly view = computed(() => (this.isOver() ? undefined : this.list.view()));
  /** Why the last page asked for did not come; null once one has. */
  readonly failure = this.lastFailure.asReadonly();
  readonly freshness = computed<StoreFreshness>(() => asShown(this.list.freshness(), this.rejected(), this.clock.now()));

  protected constructor({ rules, feed, socket, query }: LiveStoreOptions<TRow, TQuery>) {
    const connect = (listener: (event: LinkEvent<TRow>) => void): (() => void) => {
      const subscription = socket.link$.subscribe(listener);
      return () => subscription.unsubscribe();
    };
    const noted = noting(feed, (failure) => this.lastFailure.set(failure));
    let shown = untracked(query);
    this.list = runInInjectionContext(this.life, () => liveCollection({ rules, feed: noted, query: shown, connect, freshness: socket.freshness }));
    effect(() => {
      const next = query();
      if (next !== shown) this.list.setQuery((shown = next));
    });
    inject(Session)
      .ended$.pipe(takeUntilDestroyed())
      .subscribe(() => this.close());
    inject(DestroyRef).onDestroy(() => this.close());
  }

  /** Loads on until so many rows are here. */
  need(rows: number): void {
    this.list.need(rows);
  }

  /** Shows the answer to an own action until the stream has it. @param seen called when it has. */
  applyLocalResult(answer: LocalResult<TRow>, seen: () => void): void {
    this.list.applyLocalResult(answer, seen);
  }

  /** Asks the server at once how things stand. */
  check(): void {
    this.list.check();
  }

  /** Called once, at the end: whatever else is known of the rows is to be forgotten. */
  protected forget(): void {
    // Most know nothing else.
  }

  private close(): void {
    if (this.isOver()) return;
    this.isOver.set(true);
    this.life.destroy();
    this.forget();
  }
}

/** A feed that also says why a page did not come, in full: the live list itself needs no more than a status. */
function noting<TRow, TQuery>(feed: Feed<TRow, TQuery>, note: (failure: ApiError | null) => void): Feed<TRow, TQuery> {
  return {
    page: async (query, cursor, limit, signal) => {
      try {
        const page = await feed.page(query, cursor, limit, signal);
        note(null);
        return page;
      } catch (error) {
        if (!signal.aborted && error instanceof Error && error.cause instanceof ApiError) note(error.cause);
        throw error;
      }
    },
    replay: (after, signal) => feed.replay(after, signal),
    ...(feed.rows && { rows: feed.rows.bind(feed) }),
  };
}
