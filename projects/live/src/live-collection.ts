import { DestroyRef, inject, type Signal, signal } from '@angular/core';
import {
  type Feed,
  type Freshness,
  type LinkEvent,
  type ListView,
  LiveList,
  type LocalResult,
  type RowRules,
  type StreamPosition,
  lessFresh,
} from '@moien/live/engine';
import { BROWSER_TIMERS } from './browser-timers';
import { followPageLifecycle } from './page-lifecycle';
import { RenderScheduler } from './render-scheduler';

export interface LiveCollectionOptions<TRow, TQuery> {
  readonly rules: RowRules<TRow, TQuery>;
  readonly feed: Feed<TRow, TQuery>;
  readonly query: TQuery;
  /** Attaches a listener to the namespace's connection. @returns what detaches it. */
  readonly connect: (listener: (event: LinkEvent<TRow>) => void) => () => void;
  /** How true the rows are that `connect` and `feed` tell of, where another than the list itself knows. */
  readonly freshness?: (() => Freshness) | undefined;
}

/** A {@link LiveList} as signals: what a page reads, and the few things it may say. */
export interface LiveCollection<TRow, TQuery> {
  /** The rows to show; undefined before the first answer. One write a flush, however many events it holds. */
  readonly view: Signal<ListView<TRow, TQuery> | undefined>;
  readonly freshness: Signal<Freshness>;
  setQuery(query: TQuery): void;
  /** Loads on until so many rows are here. */
  need(rows: number): void;
  /** Shows the answer to an own action until the stream confirms it. @param seen called once when it has. */
  applyLocalResult(answer: LocalResult<TRow>, seen: () => void): void;
  /** Asks at once, without waiting for the next try. */
  check(): void;
}

/** Keeps a live list for as long as the injection context lives, and tells it what the page goes through. */
export function liveCollection<TRow, TQuery>({
  rules,
  feed,
  query,
  connect,
  freshness: told,
}: LiveCollectionOptions<TRow, TQuery>): LiveCollection<TRow, TQuery> {
  const unseen = new Map<StreamPosition, () => void>();
  const painter = new RenderScheduler(() => {
    view.set(list.read());
    show();
    for (const [position, seen] of unseen) {
      if (list.position?.log !== position.log || list.position.seq < position.seq) continue;
      unseen.delete(position);
      seen();
    }
  });
  const list = new LiveList(rules, feed, BROWSER_TIMERS, query, () => {
    painter.request();
  });
  const view = signal<ListView<TRow, TQuery> | undefined>(undefined);
  const look = (): Freshness => lessFresh(list.freshness(), told?.());
  const freshness = signal<Freshness>(look(), { equal: (a, b) => a.state === b.state && a.syncedAt === b.syncedAt });
  const show = (): void => {
    freshness.set(look());
  };

  const disconnect = connect((event) => {
    list.receive(event);
  });

  list.start();
  followPageLifecycle(list, show);
  inject(DestroyRef).onDestroy(() => {
    disconnect();
    list.stop();
    painter.stop();
    unseen.clear();
  });

  return {
    view: view.asReadonly(),
    freshness: freshness.asReadonly(),
    setQuery: (next) => {
      list.setQuery(next);
    },
    need: (rows) => {
      list.need(rows);
    },
    applyLocalResult: (answer, seen) => {
      if (answer.confirmed) void answer.confirmed.then(seen);
      else if (answer.position) unseen.set(answer.position, seen);
      list.applyLocalResult(answer);
    },
    check: () => {
      list.check();
    },
  };
}
