import { computed, inject, linkedSignal, Service, untracked } from '@angular/core';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { ACTIVITY_PAGE_MAX, type ActivityPage } from '#contract/activity';
import type { PublicUser, UserDetail } from '#contract/users';
import { catchError, filter, forkJoin, map, type Observable, of } from 'rxjs';
import { ActivityApi } from '../../../core/api/activity-api';
import { ApiError } from '../../../core/api/api-error';
import { Server } from '../../../core/api/server';
import { UsersApi } from '../../../core/api/users-api';
import { UsersSocket } from '../../../core/realtime/users-socket';
import { UsersAddress } from '../users-address';
import { UsersStore } from '../users-store';

/** How much of a history is fetched at first; as much as there may be once older entries are asked for. */
const HISTORY_LENGTH = 20;

interface Loaded {
  readonly detail: UserDetail;
  /** Null where the server keeps none. */
  readonly history: ActivityPage | null;
}

/** One user in full: the live row where the list has it, and what only the server knows, asked for again whenever they change. */
@Service({ autoProvided: false })
export class UserDetails {
  private readonly server = inject(Server);
  private readonly api = inject(UsersApi);
  private readonly activity = inject(ActivityApi);
  private readonly store = inject(UsersStore);
  private readonly id = inject(UsersAddress).user;

  private readonly row = computed(() => this.store.view()?.rows.find(({ id }) => id === this.id()));
  private readonly length = linkedSignal<string | undefined, number>({ source: () => this.id(), computation: () => HISTORY_LENGTH });
  private readonly heard = toSignal(
    inject(UsersSocket).events$.pipe(
      filter(({ payload }) => payload.id === this.id()),
      map(({ payload }) => payload),
    ),
  );
  /** A change of this makes what was loaded old. Out of the list's sight, a time without connection does so too. */
  private readonly version = computed(() => {
    const row = this.row();
    // The list is on its way, and may well have them.
    if (!this.store.view() && !this.store.failure()) return undefined;
    return JSON.stringify([this.id(), this.length(), row ?? this.heard(), row ? null : this.store.freshness().state === 'live']);
  });
  private readonly answer = rxResource({
    params: this.version,
    stream: () => this.load(untracked(this.id) ?? ''),
  });
  /** What was loaded last, while it is loaded again. */
  private readonly loaded = linkedSignal<Loaded | undefined, Loaded | undefined>({
    source: () => (this.answer.hasValue() ? this.answer.value() : undefined),
    computation: (loaded, previous) => loaded ?? previous?.value,
  });
  private readonly own = computed(() => (this.loaded()?.detail.id === this.id() ? this.loaded() : undefined));
  private readonly error = computed(() => {
    const error = this.answer.error();
    return error instanceof ApiError ? error : undefined;
  });

  /** Of somebody who is gone, what was known last. */
  readonly user = linkedSignal<{ readonly id: string | undefined; readonly user: PublicUser | undefined }, PublicUser | undefined>({
    source: () => ({ id: this.id(), user: this.row() ?? this.own()?.detail }),
    computation: ({ id, user }, previous) => user ?? (previous?.source.id === id ? previous?.value : undefined),
  }).asReadonly();
  readonly banReason = computed(() => (this.user()?.isBanned ? (this.own()?.detail.banReason ?? null) : null));
  readonly history = computed(() => this.own()?.history ?? null);
  readonly canShowOlder = computed(() => this.length() < ACTIVITY_PAGE_MAX);
  readonly isLoading = computed(() => this.answer.isLoading());
  readonly isGone = computed(() => this.row() === undefined && this.error()?.code === 'NOT_FOUND');
  /** Why there is nothing to show. */
  readonly failure = computed(() => (this.user() || this.isGone() ? undefined : this.error()));

  reload(): void {
    this.answer.reload();
  }

  /** Fetches the whole history. */
  showOlder(): void {
    this.length.set(ACTIVITY_PAGE_MAX);
  }

  private load(id: string): Observable<Loaded> {
    const history$ = this.activity.about(id, untracked(this.length)).pipe(catchError(() => of(null)));
    return forkJoin({ detail: this.api.one(id), history: this.server.can('activity') ? history$ : of(null) });
  }
}
