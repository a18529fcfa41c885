import { computed, createEnvironmentInjector, DestroyRef, effect, EnvironmentInjector, inject, runInInjectionContext, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type PublicUser, userMatches, userSortKey, type UsersQuery } from '#contract/users';
import { ApiError } from '../../core/api/api-error';
import { RejectedEvents } from '../../core/realtime/rejected-events';
import { UsersFeed } from '../../core/realtime/users-feed';
import { UsersSocket } from '../../core/realtime/users-socket';
import { Session } from '../../core/session/session';
import type { Feed, OwnAnswer, RowRules } from '../../core/sync/heart/ports';
import { type LiveCollection, liveCollection, type LiveCollectionOptions } from '../../core/sync/live-collection';
import type { Freshness } from '../../ui/freshness';
import { UsersAddress } from './users-address';

const RULES: RowRules<PublicUser, UsersQuery> = {
  id: ({ id }) => id,
  sortKey: (user, { sort }) => userSortKey(user, sort),
  descending: ({ dir }) => dir === 'desc',
  matches: userMatches,
  filters: ({ q, status, verified, country }) => q !== undefined || status !== undefined || verified !== undefined || (country?.length ?? 0) > 0,
};
/** For so long somebody who has just registered is shown as new. */
const NEW_MS = 5_000;

/** The users that the address asks for, live. Lives as long as the page. */
@Service({ autoProvided: false })
export class UsersStore {
  private readonly address = inject(UsersAddress);
  private readonly rejected = inject(RejectedEvents).count;
  private readonly socket = inject(UsersSocket);
  private readonly lastFailure = signal<ApiError | null>(null);
  private readonly arrivals = new Map<string, number>();
  /** The list ends with the session, which may be before the page is gone. */
  private readonly life = createEnvironmentInjector([], inject(EnvironmentInjector));
  private readonly isOver = signal(false);
  private readonly list = this.open(inject(UsersFeed));

  /** Undefined before the first answer. */
  readonly view = computed(() => (this.isOver() ? undefined : this.list.view()));
  /** Why the last page asked for did not come; null once one has. */
  readonly failure = this.lastFailure.asReadonly();
  readonly freshness = computed<Freshness>(() => {
    const { state, syncedAt } = this.list.freshness();
    return { state, syncedAt: syncedAt === undefined ? null : Date.now() - (performance.now() - syncedAt), invalid: this.rejected() };
  });

  constructor() {
    let shown = this.address.query();
    effect(() => {
      const query = this.address.query();
      if (query !== shown) this.list.setQuery((shown = query));
    });
    this.socket.events$.pipe(takeUntilDestroyed()).subscribe(({ event, payload }) => {
      if (event === 'users.created') this.arrive(payload.id);
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
  own(answer: OwnAnswer<PublicUser>, seen: () => void): void {
    this.list.own(answer, seen);
  }

  /** Asks the server at once how things stand. */
  check(): void {
    this.list.check();
  }

  /** Whether this user registered a moment ago, while somebody watched. */
  isNew(id: string): boolean {
    return performance.now() - (this.arrivals.get(id) ?? -Infinity) < NEW_MS;
  }

  private open(feed: UsersFeed): LiveCollection<PublicUser, UsersQuery> {
    const connect: LiveCollectionOptions<PublicUser, UsersQuery>['connect'] = (listener) => {
      const subscription = this.socket.link$.subscribe(listener);
      return () => subscription.unsubscribe();
    };
    const noted = noting(feed, (failure) => this.lastFailure.set(failure));
    return runInInjectionContext(this.life, () => liveCollection({ rules: RULES, feed: noted, query: this.address.query(), connect }));
  }

  private close(): void {
    if (this.isOver()) return;
    this.isOver.set(true);
    this.life.destroy();
    this.arrivals.clear();
  }

  private arrive(id: string): void {
    const now = performance.now();
    for (const [oldest, at] of this.arrivals) {
      if (now - at < NEW_MS) break;
      this.arrivals.delete(oldest);
    }
    this.arrivals.set(id, now);
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
  };
}
