import { DestroyRef, inject, type Signal, signal } from '@angular/core';
import {
  type Freshness,
  type LinkEvent,
  LiveSnapshot,
  type SnapshotAnswer,
  SnapshotStream,
  type Step,
  type SummedStream,
  leastFresh,
  lessFresh,
} from '@moien/live/engine';
import { BROWSER_TIMERS } from './browser-timers';
import { followPageLifecycle } from './page-lifecycle';
import { RenderScheduler } from './render-scheduler';

/** Adds a stream to what a snapshot depends on. `freshness` is how true that stream is, where another than the snapshot itself knows. */
export type Depend<T> = <TRow>(
  name: string,
  connect: (listener: (event: LinkEvent<TRow>) => void) => () => void,
  step: Step<T, TRow>,
  freshness?: () => Freshness,
) => void;

export interface LiveSnapshotOptions<T> {
  readonly fetch: (signal: AbortSignal) => Promise<SnapshotAnswer<T>>;
  /** Names the streams, each with what its events certainly do. */
  readonly streams: (depend: Depend<T>) => void;
}

/** A {@link LiveSnapshot} as signals. */
export interface LiveValue<T> {
  /** Undefined before the first answer. One write a flush, however many events it holds. */
  readonly value: Signal<T | undefined>;
  readonly freshness: Signal<Freshness>;
  /** Asks at once, without waiting for the next try. */
  check(): void;
  /** What is asked for is another thing from now on: forgets the value and asks. */
  restart(): void;
}

/** Keeps a snapshot live for as long as the injection context lives, and tells it what the page goes through. */
export function liveSnapshot<T>({ fetch, streams }: LiveSnapshotOptions<T>): LiveValue<T> {
  const parts: SummedStream<T>[] = [];
  const connections: (() => () => void)[] = [];
  const sources: (() => Freshness)[] = [];
  streams((name, connect, step, freshness) => {
    if (freshness) sources.push(freshness);
    const stream = new SnapshotStream(name, step);
    parts.push(stream);
    connections.push(() =>
      connect((event) => {
        snapshot.receive(stream, event);
      }),
    );
  });
  const painter = new RenderScheduler(() => {
    value.set(snapshot.read());
    show();
  });
  const snapshot = new LiveSnapshot(parts, fetch, BROWSER_TIMERS, () => {
    painter.request();
  });
  const value = signal<T | undefined>(undefined);
  const look = (): Freshness => lessFresh(snapshot.freshness(), leastFresh(sources.map((source) => source())));
  const freshness = signal<Freshness>(look(), { equal: (a, b) => a.state === b.state && a.syncedAt === b.syncedAt });
  const show = (): void => {
    freshness.set(look());
  };
  const disconnects = connections.map((connect) => connect());
  snapshot.start();
  followPageLifecycle(snapshot, show);
  inject(DestroyRef).onDestroy(() => {
    for (const disconnect of disconnects) disconnect();
    snapshot.stop();
    painter.stop();
  });
  return {
    value: value.asReadonly(),
    freshness: freshness.asReadonly(),
    check: () => {
      snapshot.check();
    },
    restart: () => {
      snapshot.restart();
    },
  };
}
