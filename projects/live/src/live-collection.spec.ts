import { TestBed } from '@angular/core/testing';
import type { Feed, LinkEvent, PageAnswer, RowRules } from '@moien/live/engine';
import { type LiveCollection, liveCollection } from './live-collection';

interface Row {
  readonly id: string;
  readonly name: string;
}
const rules: RowRules<Row, null> = {
  id: ({ id }) => id,
  sortKey: ({ name }) => name,
  compare: (a, b) => Number(a > b) - Number(a < b),
  descending: () => false,
  matches: () => true,
  filters: () => false,
};

/** Waits until it holds; in vain, the spec's own limit ends it. */
async function eventually(holds: () => boolean | undefined): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve));
}

describe('liveCollection', () => {
  let listener: ((event: LinkEvent<Row>) => void) | undefined;
  let replays: number;

  function open(first: PageAnswer<Row>): LiveCollection<Row, null> {
    replays = 0;
    const feed: Feed<Row, null> = {
      page: () => Promise.resolve(first),
      replay: (after) => {
        replays++;
        return Promise.resolve({ log: after.log, head: after.seq, entries: [] });
      },
    };
    return TestBed.runInInjectionContext(() =>
      liveCollection<Row, null>({
        rules,
        feed,
        query: null,
        connect: (hear) => {
          listener = hear;
          return () => (listener = undefined);
        },
      }),
    );
  }
  const rowsOf = (live: LiveCollection<Row, null>): string[] | undefined => live.view()?.rows.map(({ name }) => name);
  const at = (seq: number): { log: string; seq: number } => ({ log: 'log', seq });
  const page = (...names: string[]): PageAnswer<Row> => ({ rows: names.map((name) => ({ id: name, name })), next: null, position: at(0) });
  const created = (seq: number, name: string): LinkEvent<Row> => ({
    kind: 'batch',
    batch: { log: 'log', head: seq, entries: [{ seq, change: { kind: 'created', row: { id: name, name } } }] },
  });

  it('shows nothing, then the rows, and says when they are live', async () => {
    const live = open(page('Ada', 'Eve'));
    expect(live.view()).toBeUndefined();
    expect(live.freshness().state).toBe('connecting');
    listener?.({ kind: 'up' });
    listener?.({ kind: 'batch', batch: { log: 'log', head: 0, entries: [] } });
    await eventually(() => live.freshness().state === 'live');
    expect(rowsOf(live)).toEqual(['Ada', 'Eve']);
  });

  it('writes the signal once for many events', async () => {
    const live = open(page());
    await eventually(() => rowsOf(live)?.length === 0);
    const before = live.view();
    for (let seq = 1; seq <= 500; seq++) listener?.(created(seq, `user ${String(seq).padStart(3, '0')}`));
    expect(live.view()).toBe(before);
    await eventually(() => live.view() !== before);
    expect(rowsOf(live)?.length).toBe(500);
  });

  it('tells an own action once the stream has confirmed it', async () => {
    const live = open(page('Ada'));
    await eventually(() => rowsOf(live)?.length === 1);
    const seen = jasmine.createSpy('seen');
    const change = { kind: 'updated', row: { id: 'Ada', name: 'Ada Lovelace' } } as const;
    live.applyLocalResult({ change, position: at(1) }, seen);
    await eventually(() => rowsOf(live)?.[0] === 'Ada Lovelace');
    expect(seen).not.toHaveBeenCalled();
    listener?.({ kind: 'batch', batch: { log: 'log', head: 1, entries: [{ seq: 1, change }] } });
    await eventually(() => seen.calls.count() === 1);
    expect(rowsOf(live)).toEqual(['Ada Lovelace']);
  });

  it('is offline when the browser says so, and checks when it is online again', async () => {
    const live = open(page('Ada'));
    await eventually(() => rowsOf(live)?.length === 1);
    const online = spyOnProperty(navigator, 'onLine').and.returnValue(false);
    window.dispatchEvent(new Event('offline'));
    await eventually(() => live.freshness().state === 'offline');
    online.and.returnValue(true);
    window.dispatchEvent(new Event('online'));
    await eventually(() => live.freshness().state !== 'offline');
    expect(replays).toBe(1);
  });

  it('detaches with its injector', () => {
    open(page('Ada'));
    expect(listener).toBeDefined();
    TestBed.resetTestingModule();
    expect(listener).toBeUndefined();
  });
});
