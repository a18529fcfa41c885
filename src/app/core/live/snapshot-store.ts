import { computed, createEnvironmentInjector, DestroyRef, EnvironmentInjector, inject, runInInjectionContext, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { StreamName } from '#contract/streams';
import { type LiveValue, liveSnapshot } from '@moien/live';
import type { SnapshotAnswer, Step } from '@moien/live/engine';
import { ApiError } from '../api/api-error';
import { Clock } from '../i18n/clock';
import { RejectedEvents } from '../realtime/rejected-events';
import { Session } from '../session/session';
import { asShown, type LiveSocket, type StoreFreshness } from './live-store';

/** A namespace whose events concern a value, and what they certainly do to it. */
export type Dependency<T> = (depend: <TRow>(name: StreamName, socket: LiveSocket<TRow>, step: Step<T, TRow>) => void) => void;

export interface SnapshotStoreOptions<T> {
  readonly fetch: (signal: AbortSignal) => Promise<SnapshotAnswer<T>>;
  readonly streams: Dependency<T>;
}

/**
 * What the server sums up for a page, live: it ends with the page or with the session, whichever is first, and leaves nothing behind.
 * Extend it in a service that the page provides.
 */
export abstract class SnapshotStore<T> {
  private readonly clock = inject(Clock);
  private readonly rejected = inject(RejectedEvents).count;
  private readonly lastFailure = signal<ApiError | null>(null);
  /** The value ends with the session, which may be before the page is gone. */
  private readonly life = createEnvironmentInjector([], inject(EnvironmentInjector));
  private readonly isOver = signal(false);
  private readonly live: LiveValue<T>;

  /** Undefined before the first answer. */
  readonly value = computed(() => (this.isOver() ? undefined : this.live.value()));
  /** Why the last answer asked for did not come; null once one has. */
  readonly failure = this.lastFailure.asReadonly();
  readonly freshness = computed<StoreFreshness>(() => asShown(this.live.freshness(), this.rejected(), this.clock.now()));

  protected constructor({ fetch, streams }: SnapshotStoreOptions<T>) {
    this.live = runInInjectionContext(this.life, () =>
      liveSnapshot<T>({
        fetch: (abort) => this.noting(fetch, abort),
        streams: (depend) =>
          streams((name, { link$, freshness }, step) =>
            depend(
              name,
              (listener) => {
                const subscription = link$.subscribe(listener);
                return () => subscription.unsubscribe();
              },
              step,
              freshness,
            ),
          ),
      }),
    );
    inject(Session)
      .ended$.pipe(takeUntilDestroyed())
      .subscribe(() => this.close());
    inject(DestroyRef).onDestroy(() => this.close());
  }

  /** Asks the server at once how things stand. */
  check(): void {
    this.live.check();
  }

  /** What is asked for is another thing from now on. */
  protected restart(): void {
    if (!this.isOver()) this.live.restart();
  }

  /** Called once, at the end: whatever else is known is to be forgotten. */
  protected forget(): void {
    // Most know nothing else.
  }

  private close(): void {
    if (this.isOver()) return;
    this.isOver.set(true);
    this.life.destroy();
    this.forget();
  }

  /** The live value needs no more than a status; whoever reads the page wants to know why. */
  private async noting(fetch: (signal: AbortSignal) => Promise<SnapshotAnswer<T>>, abort: AbortSignal): Promise<SnapshotAnswer<T>> {
    try {
      const answer = await fetch(abort);
      this.lastFailure.set(null);
      return answer;
    } catch (error) {
      if (!abort.aborted && error instanceof Error && error.cause instanceof ApiError) this.lastFailure.set(error.cause);
      throw error;
    }
  }
}
