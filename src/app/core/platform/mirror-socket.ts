import { DestroyRef, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { BROWSER_TIMERS, followPageLifecycle } from '@moien/live';
import type { Freshness, LinkEvent } from '@moien/live/engine';
import { Mirror, type MirrorSource } from '@moien/live/unnumbered';
import { Observable } from 'rxjs';
import { RateLimit } from '../api/rate-limit';
import { Session } from '../session/session';

/** A namespace as its own service has it. */
export interface NamespaceSocket<TRow, TEvent> {
  readonly link$: Observable<LinkEvent<TRow>>;
  readonly events$: Observable<TEvent>;
}

/**
 * Stands in for a namespace's service where the server numbers nothing: the same observables, fed by a {@link Mirror}
 * of the whole list. The list is asked for once something needs it, compared while something listens, and gone with the session.
 * Extend it in a service that the signed-in part provides.
 */
export abstract class MirrorSocket<TRow, TEvent> implements NamespaceSocket<TRow, TEvent> {
  private readonly isFresh = signal<Freshness>({ state: 'connecting', syncedAt: undefined });
  private readonly held: Mirror<TRow>;
  private readonly visibility = { isVisible: true, listeners: 0, isStarted: false };

  readonly events$: Observable<TEvent>;
  /** The connection as a numbered stream. */
  readonly link$ = new Observable<LinkEvent<TRow>>((subscriber) => {
    this.listen(1);
    const disconnect = this.held.connect((event) => subscriber.next(event));
    return () => {
      disconnect();
      this.listen(-1);
    };
  });
  /** How true everything is that rests on this list. */
  readonly freshness = this.isFresh.asReadonly();

  protected constructor(socket: NamespaceSocket<TRow, TEvent>, source: Omit<MirrorSource<TRow>, 'restraint'>) {
    const limit = inject(RateLimit);
    this.events$ = socket.events$;
    this.held = new Mirror<TRow>({ ...source, restraint: () => limit.restraint() }, BROWSER_TIMERS, () => this.show());
    socket.link$.pipe(takeUntilDestroyed()).subscribe((event) => this.held.receive(event));
    followPageLifecycle(
      {
        check: () => this.held.check(),
        setOnline: (isOnline) => this.held.setOnline(isOnline),
        setVisible: (isVisible) => this.see(isVisible),
        watch: (isVisible) => this.see(isVisible),
      },
      () => this.show(),
    );
    inject(Session)
      .ended$.pipe(takeUntilDestroyed())
      .subscribe(() => this.held.stop());
    inject(DestroyRef).onDestroy(() => this.held.stop());
  }

  /** The list; it is on its way from now on. */
  get mirror(): Mirror<TRow> {
    this.begin();
    return this.held;
  }

  /** The rows, once they are here. */
  async rows(): Promise<ReadonlyMap<string, TRow>> {
    await this.mirror.ready();
    return this.held.rows;
  }

  private begin(): void {
    if (this.visibility.isStarted) return;
    this.visibility.isStarted = true;
    this.held.start();
  }

  private listen(step: 1 | -1): void {
    this.begin();
    this.visibility.listeners += step;
    this.watch();
  }

  private see(isVisible: boolean): void {
    this.visibility.isVisible = isVisible;
    this.watch();
  }

  private watch(): void {
    const { isVisible, isStarted, listeners } = this.visibility;
    if (isStarted) this.held.watch(isVisible && listeners > 0);
  }

  private show(): void {
    const { state, syncedAt } = this.held.freshness();
    const before = this.isFresh();
    if (before.state !== state || before.syncedAt !== syncedAt) this.isFresh.set({ state, syncedAt, isCompared: true });
  }
}
