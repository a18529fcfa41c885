import { DestroyRef, inject } from '@angular/core';
import { BROWSER_TIMERS, followPageLifecycle, type LiveCollection, liveCollection } from '@moien/live';
import type { LinkEvent, RowRules } from '@moien/live/engine';
import { Mirror } from './mirror';
import { MirrorFeed } from './mirror-feed';
import { pause } from './pause';

export interface WholeListOptions<TRow, TQuery> {
  readonly rules: RowRules<TRow, TQuery>;
  readonly query: TQuery;
  /** Reads the whole list. Gives up when `signal` aborts; any rejection counts as a failure, after which it is asked again. */
  readonly fetch: (signal: AbortSignal) => Promise<readonly TRow[]>;
  /** Attaches a listener to the namespace's connection. @returns what detaches it. */
  readonly connect: (listener: (event: LinkEvent<TRow>) => void) => () => void;
  /** How long a comparison that nothing asks for is to wait, in milliseconds, where the server has stated limits. By default it need not. */
  readonly restraint?: () => number;
}

/**
 * Keeps a list live for as long as the injection context lives, from a server that does not number its events: the whole
 * list is held here, filtered and sorted here, and compared after each connect, after anything malformed and regularly.
 */
export function wholeList<TRow, TQuery>({ rules, query, fetch, connect, restraint = () => 0 }: WholeListOptions<TRow, TQuery>): LiveCollection<TRow, TQuery> {
  const mirror = new Mirror<TRow>({ id: (row) => rules.id(row), fetch, restraint }, BROWSER_TIMERS, () => undefined);
  const disconnect = connect((event) => mirror.receive(event));
  mirror.start();
  followPageLifecycle(mirror, () => undefined);
  inject(DestroyRef).onDestroy(() => {
    disconnect();
    mirror.stop();
  });
  return liveCollection({
    rules,
    query,
    feed: new MirrorFeed(mirror, rules, pause),
    connect: (listener) => mirror.connect(listener),
    freshness: () => mirror.freshness(),
  });
}
