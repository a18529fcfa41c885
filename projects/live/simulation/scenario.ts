import * as fc from 'fast-check';
import type { Change, StreamPosition } from '../engine/link';
import { LiveList } from '../engine/live-list';
import { ModelServer, type Query, type Row, rules } from './model-server';
import { type Faults, Network, type Wire } from './network';
import { seeded, VirtualTime } from './virtual-time';

type HeartClass = typeof LiveList;

/** A stretch of life with one kind of trouble in it: what happens, and how the wire behaves meanwhile. */
export interface Scenario {
  readonly seed: number;
  readonly wire: Wire;
  readonly faults: Faults;
  /** What happens, one after another, each `wait` ms after the one before. */
  readonly steps: readonly { readonly wait: number; readonly what: Step }[];
}
const STEPS = [
  'write',
  'write',
  'write',
  'write',
  'burst',
  'act',
  'cut',
  'halfOpen',
  'freeze',
  'offline',
  'scroll',
  'query',
  'newLog',
  'trim',
  'oldServer',
  'check',
] as const;
type Step = (typeof STEPS)[number];

const rarely = (highest: number): fc.Arbitrary<number> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.double({ min: 0, max: highest, noNaN: true }) });

export const scenarios: fc.Arbitrary<Scenario> = fc.record({
  seed: fc.integer(),
  wire: fc.record({
    numbers: fc.oneof({ weight: 3, arbitrary: fc.constant('all' as const) }, { weight: 1, arbitrary: fc.constant('none' as const) }),
    isBatched: fc.boolean(),
    isRowless: fc.boolean(),
    saysGone: fc.boolean(),
  }),
  faults: fc.record({
    loss: rarely(0.4),
    duplicates: rarely(0.6),
    reordering: rarely(0.5),
    badPayloads: rarely(0.2),
    httpFailures: rarely(0.6),
    httpHangs: rarely(0.2),
    laggingReads: rarely(0.6),
    httpDelay: fc.constantFrom(5, 50, 500, 3_000),
    emitDelay: fc.constantFrom(2, 20, 400),
    cutBatches: rarely(0.2),
    namelessEvents: rarely(0.1),
  }),
  steps: fc.array(fc.record({ wait: fc.constantFrom(0, 5, 40, 120, 600, 3_000), what: fc.constantFrom(...STEPS) }), { minLength: 1, maxLength: 30 }),
});

/** How long all may take to come right once the trouble is over: the longest back-off, a request that hangs, a greeting. */
const CALM_MS = 60_000;

/**
 * Plays a scenario and watches every promise of the protocol after everything that happens.
 * @throws what was broken, in words.
 */
export async function play(scenario: Scenario, Heart: HeartClass = LiveList): Promise<void> {
  const time = new VirtualTime(seeded(scenario.seed));
  const server = new ModelServer(time.random, () => time.now());
  const network = new Network(server, time, scenario.wire, (event) => {
    if (event.kind === 'unordered') watch.told(event.change, undefined);
    list.receive(event);
  });
  const list = new Heart(rules, network.feed, time.tab, { onlyOn: false, descending: true }, () => undefined, { first: 4, next: 3 });
  const watch = watcher(list, server, network);
  let query: Query = { onlyOn: false, descending: true };

  const reconnect = (): void => {
    time.after(100 + time.random() * 2_000, () => {
      network.connect();
    });
  };
  const perform: Record<Step, () => void> = {
    write: () => void network.commit(),
    burst: () => {
      for (let i = 0; i < 12; i++) network.commit();
    },
    act: () => {
      network.act(new AbortController().signal).then(
        (answer) => {
          watch.told(answer.change, answer.position);
          list.applyLocalResult(answer);
        },
        () => undefined,
      );
    },
    cut: () => {
      network.cut();
      reconnect();
    },
    halfOpen: () => {
      network.halfOpen();
      time.after(15_000, () => {
        network.cut();
        reconnect();
      });
    },
    freeze: () => {
      time.freeze(4_000);
      time.inTab(() => {
        list.check();
      });
    },
    offline: () => {
      network.cut();
      list.setOnline(false);
      time.after(1_500, () => {
        list.setOnline(true);
        reconnect();
      });
    },
    scroll: () => {
      list.need(Math.floor(time.random() * 20));
    },
    query: () => {
      query = { onlyOn: time.random() < 0.5, descending: time.random() < 0.5 };
      list.setQuery(query);
    },
    newLog: () => {
      server.writeUnlogged();
      server.newLog();
    },
    trim: () => {
      server.trim();
    },
    oldServer: () => {
      const { wire } = network;
      if (wire.numbers === 'none') return;
      network.cut();
      network.wire = { ...wire, numbers: 'none' };
      reconnect();
      time.after(2_500, () => {
        network.cut();
        server.newLog();
        network.wire = wire;
        reconnect();
      });
    },
    check: () => {
      list.check();
    },
  };

  network.faults = scenario.faults;
  network.connect();
  list.start();
  for (const { wait, what } of scenario.steps) {
    await time.run(time.now() + wait, watch.each);
    perform[what]();
    watch.each();
  }
  await time.run(time.now() + 20_000, watch.each);
  // The trouble is over. A server that does not number its events cannot tell what was lost; a reconnect tells it.
  network.faults = undefined;
  network.cut();
  reconnect();
  network.commit();
  await time.run(time.now() + CALM_MS, watch.each);
  watch.rest(query);
  list.stop();
  await time.run(time.now() + 20_000, () => undefined);
  if (network.requests > 0) throw new Error('a request is still open after stop');
}

interface Watch {
  /** The list was told of a change at once, not in its turn in the stream. */
  readonly told: (change: Change<Row> | undefined, position: StreamPosition | undefined) => void;
  /** After everything that happens. */
  readonly each: () => void;
  /** When all has come to rest. */
  readonly rest: (query: Query) => void;
}

/** The promises, as checks. */
function watcher(list: LiveList<Row, Query>, server: ModelServer, network: Network): Watch {
  const furthest = new Map<string, number>();
  const gone = new Set<string>();
  const versions = new Map<string, number>();
  /** Changes that nobody numbered have no order: only a snapshot tells which was last. */
  let hasOrder = true;
  const text = (rows: readonly unknown[]): string => JSON.stringify(rows);

  /** Per history the position never goes back, and the confirmed rows are the head of the server's rows at it, in order. */
  const checkConfirmed = (): void => {
    const { position } = list;
    if (!position) return;
    if (position.seq < (furthest.get(position.log) ?? 0)) throw new Error(`a step back to ${String(position.seq)}`);
    if (!furthest.has(position.log)) versions.clear();
    furthest.set(position.log, position.seq);
    const truth = server.rowsAt(position);
    if (!truth) throw new Error(`the position ${position.log}:${String(position.seq)} never was`);
    const { window } = list.replica;
    if (list.replica.isLoading) return;
    if (network.wire.isRowless) {
      checkFetched(position);
      return;
    }
    const expected = ModelServer.select(truth, window.query).slice(0, window.cursor === null ? undefined : window.size);
    const confirmed = [...window.ids()].map((id) => window.get(id)).filter((placed) => placed !== undefined);
    const rows = confirmed.sort(window.compare).map(({ row }) => row);
    if (text(rows) !== text(expected)) throw new Error(`at ${String(position.seq)}: ${text(rows)} instead of ${text(expected)}`);
  };

  /** Without rows in the events, each row that is neither pending nor shown from an own action's answer is confirmed as it was at the position, or at some moment since. */
  const checkFetched = (position: StreamPosition): void => {
    // What an older server wrote stands in no history.
    if (network.wire.numbers === 'none' || position.log !== server.log) return;
    const { window, refetches, overlay } = list.replica;
    const since = server.since(position);
    for (const id of new Set([...window.ids(), ...(window.cursor === null ? (since[0]?.keys() ?? []) : [])])) {
      if (refetches.has(id) || overlay.get(id) !== undefined) continue;
      const confirmed = window.get(id)?.row;
      const shown = since.map((rows) => rows.get(id)).map((row) => (row && rules.matches(row, window.query) ? row : undefined));
      if (!shown.includes(confirmed)) throw new Error(`at ${String(position.seq)}: ${JSON.stringify(confirmed)} never was, ${text(shown)} was`);
    }
  };

  /** What is known to be gone is not shown, and no row goes back to an older version of itself, or covers a newer one. */
  const checkShown = (): void => {
    const isOrdered = hasOrder && list.position !== undefined;
    const view = list.read();
    for (const { id, version } of view?.rows ?? []) {
      if (gone.has(id)) throw new Error(`the deleted row ${id} is shown`);
      if (!isOrdered) continue;
      const confirmed = view?.isPrevious ? undefined : list.replica.window.get(id);
      if (confirmed && version < confirmed.row.version) throw new Error(`row ${id} is covered by its older version ${String(version)}`);
      if (version < (versions.get(id) ?? 0)) throw new Error(`row ${id} went back to version ${String(version)}`);
      versions.set(id, version);
    }
  };

  return {
    told: (change, position) => {
      if (change?.kind === 'deleted') gone.add(change.id);
      hasOrder &&= position !== undefined;
    },
    each: () => {
      if (network.maxRequests > 1) throw new Error(`${String(network.maxRequests)} requests at once`);
      checkConfirmed();
      checkShown();
    },
    rest: (query) => {
      const { state } = list.freshness();
      if (state !== 'live') throw new Error(`ends ${state}`);
      if (list.replica.overlay.size > 0) throw new Error('ends with unconfirmed changes');
      const view = list.read();
      if (!view || view.isPrevious) throw new Error('ends without rows of its own');
      const truth = ModelServer.select(server.now, query);
      const shown = view.rows;
      if (text(shown) !== text(truth.slice(0, shown.length))) throw new Error(`ends unequal: ${text(shown)} for ${text(truth)}`);
      if (view.isEnd && shown.length !== truth.length) throw new Error(`ends with ${String(shown.length)} of ${String(truth.length)} rows`);
      if (!view.isEnd && shown.length < 4) throw new Error('ends with too few rows');
      if (view.total?.count !== truth.length || view.total.certainty !== 'exact')
        throw new Error(`counts ${JSON.stringify(view.total)} of ${String(truth.length)}`);
      if (network.wire.numbers === 'all' && list.position?.seq !== server.head.seq) throw new Error('ends behind');
    },
  };
}
