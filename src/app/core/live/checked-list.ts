import { computed, DestroyRef, DOCUMENT, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Change, LocalResult } from '@moien/live/engine';
import { filter, fromEvent, merge, type Observable, type Subscription } from 'rxjs';
import { type ApiError, toApiError } from '../api/api-error';
import { Clock } from '../i18n/clock';
import { NotificationsSocket } from '../realtime/notifications-socket';
import { Session } from '../session/session';
import type { ActedOn } from './own-actions';

/** While somebody looks, the server is asked this often. */
const EACH_MS = 60_000;
/** After a failure it is asked sooner: after so long, then twice as long each time. */
const RETRY_MS = 2_000;
/** Coming back to a page that was checked just now asks nothing. */
const FRESH_MS = 3_000;

/**
 * A short list that no event tells of: asked for whenever it may have changed (the page is looked at again, the network or the
 * connection comes back, after an own action) and each minute. It says when it was last right, and never that it is live.
 * It ends with the page or with the session, whichever is first, and leaves no row behind. Extend it in a service that the page provides.
 */
export abstract class CheckedList<TRow extends { readonly id: string }> implements ActedOn<TRow> {
  private readonly document = inject(DOCUMENT);
  private readonly session = inject(Session);
  private readonly held = signal<readonly TRow[] | undefined>(undefined);
  private readonly lastFailure = signal<ApiError | null>(null);
  private readonly clock = inject(Clock);
  /** By this computer's clock. */
  private readonly time = signal<number | null>(null);
  private readonly asking = signal(false);
  private request: Subscription | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private unseen: (() => void)[] = [];
  private failures = 0;
  private isOver = false;

  /** Undefined before the first answer. */
  readonly rows = this.held.asReadonly();
  /** Why the last check failed; null once one has not. */
  readonly failure = this.lastFailure.asReadonly();
  /** When the rows were last known to be the server's, in milliseconds since the epoch; null before the first time. */
  readonly checkedAt = computed(() => {
    const time = this.time();
    return time === null ? null : this.clock.corrected(time);
  });
  readonly isChecking = this.asking.asReadonly();

  protected constructor(private readonly load: () => Observable<readonly TRow[]>) {
    const window = this.document.defaultView ?? globalThis;
    // A connection that comes or goes says something about the network, and about what was missed meanwhile.
    const network$ = merge(
      inject(NotificationsSocket).link$.pipe(filter(({ kind }) => kind === 'up' || kind === 'down')),
      fromEvent(window, 'online'),
      fromEvent(window, 'offline'),
    );
    const looked$ = merge(fromEvent(this.document, 'visibilitychange'), fromEvent(window, 'focus'), fromEvent(window, 'pageshow')).pipe(
      filter(() => this.age() > FRESH_MS),
    );
    merge(network$.pipe(filter(() => this.time() !== null)), looked$)
      .pipe(
        filter(() => !this.document.hidden),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.check());
    this.session.ended$.pipe(takeUntilDestroyed()).subscribe(() => this.close());
    inject(DestroyRef).onDestroy(() => this.close());
    this.check();
  }

  /** Asks the server at once. An answer under way is given up: what it was asked for may be older than the reason to ask. */
  check(): void {
    if (this.isOver || this.session.status() !== 'signed-in') return;
    clearTimeout(this.timer);
    this.request?.unsubscribe();
    this.asking.set(true);
    this.request = this.load().subscribe({ next: (rows) => this.take(rows), error: (error: unknown) => this.fail(toApiError(error)) });
  }

  /** Shows what an own action did, and asks how things stand. @param seen called once the server's list has it. */
  applyLocalResult({ change }: LocalResult<TRow>, seen: () => void): void {
    this.held.update((rows) => rows && changed(rows, change));
    this.unseen.push(seen);
    this.check();
  }

  private take(rows: readonly TRow[]): void {
    this.failures = 0;
    this.asking.set(false);
    this.lastFailure.set(null);
    this.time.set(Date.now());
    this.held.set(rows);
    for (const seen of this.unseen.splice(0)) seen();
    this.checkIn(EACH_MS * (0.8 + 0.4 * Math.random()));
  }

  private fail(error: ApiError): void {
    this.asking.set(false);
    this.lastFailure.set(error);
    this.checkIn(Math.min(EACH_MS, RETRY_MS * 2 ** this.failures++));
  }

  /** Nobody looks at a hidden page: it is checked when it is shown again. */
  private checkIn(ms: number): void {
    this.timer = setTimeout(() => {
      if (!this.document.hidden) this.check();
    }, ms);
  }

  private age(): number {
    return Date.now() - (this.time() ?? 0);
  }

  private close(): void {
    this.isOver = true;
    clearTimeout(this.timer);
    this.request?.unsubscribe();
    this.unseen = [];
    this.held.set(undefined);
  }
}

function changed<TRow extends { readonly id: string }>(rows: readonly TRow[], change: Change<TRow>): readonly TRow[] {
  switch (change.kind) {
    case 'created':
      return [...rows, change.row];
    case 'updated':
      return rows.map((row) => (row.id === change.row.id ? change.row : row));
    case 'deleted':
      return rows.filter(({ id }) => id !== change.id);
    case 'invalidated':
      return rows;
  }
}
