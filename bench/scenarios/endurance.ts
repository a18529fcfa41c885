import { setTimeout as sleep } from 'node:timers/promises';
import { BenchServer } from '../backend/bench-server';
import type { Mix } from '../backend/users-table';
import type { Tab } from '../browser/tab';
import { BATCHES } from '../contestants';
import { atMost, type Check } from '../report/result';
import { countTimers, watchTimers } from './timer-watch';
import type { Scenario } from './scenario';

const USERS = 500;
/** As many leave as come, or the list itself would grow. */
const MIX: Mix = { created: 0.1, deleted: 0.1 };
const HOUR_OF_EVENTS = 20 * 3_600;
/** At the sixty-fold speed of the hour. */
const RATE = 1_200;
const STEP_MS = 50;
const HEAP_GROWTH_MB = 1;
/** Of some two thousand: whoever stands in the rows, with a photo or banned, has a few more or less. */
const NODES_GROWTH = 20;
/** Compiled code and caches fill up first. */
const WARM_UP = { reconnects: 5, events: 5_000 };

interface Held {
  readonly heapMb: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly timers: number;
}

/** What a day at the desk must not leave behind: a hundred lost connections, an hour of 20 events a second. */
export const endurance: Scenario = async (arena) => {
  const reconnects = arena.isQuick ? 5 : 100;
  const events = arena.isQuick ? 5_000 : HOUR_OF_EVENTS;
  const contestant = arena.contestants.find(({ name }) => name === BATCHES);
  if (!contestant) throw new Error(`${BATCHES} does not take part`);
  const server = await BenchServer.start({ users: USERS, batches: true });
  const tab = await arena.browser.open();
  await tab.beforeEachPage(watchTimers);
  await contestant.open(tab, server);

  const table = [['after', 'heap, MB', 'DOM nodes', 'listeners', 'timers']];
  const checks: Check[] = [];
  const note = (what: string, held: Held, before?: Held): void => {
    table.push([what, held.heapMb.toFixed(2), String(held.nodes), String(held.listeners), String(held.timers)]);
    arena.log(`endurance, ${what}: ${JSON.stringify(held)}`);
    if (!before) return;
    checks.push(atMost(`${what}: growth of the heap`, held.heapMb - before.heapMb, HEAP_GROWTH_MB, 'MB'));
    checks.push(atMost(`${what}: more DOM nodes`, held.nodes - before.nodes, NODES_GROWTH, ''));
    checks.push(atMost(`${what}: more listeners`, held.listeners - before.listeners, 0, ''));
    checks.push(atMost(`${what}: more timers`, held.timers - before.timers, 0, ''));
  };

  await cutAndReturn(server, WARM_UP.reconnects);
  await traffic(server, WARM_UP.events);
  let before = await held(tab);
  note('warmed up', before);
  await cutAndReturn(server, reconnects);
  const afterCuts = await held(tab);
  note(`${String(reconnects)} reconnects`, afterCuts, before);
  before = afterCuts;
  await traffic(server, events);
  note(`${(events / HOUR_OF_EVENTS).toLocaleString('en', { maximumFractionDigits: 2 })} h of traffic`, await held(tab), before);
  await tab.close();
  await server.close();
  const how = `The users page with batches, garbage collected before each look. The hour is ${HOUR_OF_EVENTS.toLocaleString('en')} events, at ${RATE.toLocaleString('en')} a second; as many are deleted as created.`;
  return { title: 'Endurance', how, table, checks };
};

async function cutAndReturn(server: BenchServer, times: number): Promise<void> {
  for (let cut = 0; cut < times; cut++) {
    server.cut();
    while (server.connections > 0) await sleep(STEP_MS);
    while (server.connections === 0) await sleep(STEP_MS);
    server.append([server.table.change(MIX)]);
  }
}

async function traffic(server: BenchServer, events: number): Promise<void> {
  const start = performance.now();
  for (let sent = 0; sent < events;) {
    const due = Math.min(events, Math.floor(((performance.now() - start) * RATE) / 1000));
    server.append(Array.from({ length: due - sent }, () => server.table.change(MIX)));
    sent = due;
    await sleep(STEP_MS);
  }
  await server.feed.idle();
}

/** At rest, without garbage. Marks and the like have had their time to go. */
async function held(tab: Tab): Promise<Held> {
  await sleep(6_000);
  await tab.settled();
  const { JSHeapUsedSize, Nodes, JSEventListeners } = await tab.withoutGarbage();
  return { heapMb: JSHeapUsedSize / 2 ** 20, nodes: Nodes, listeners: JSEventListeners, timers: await tab.evaluate(countTimers) };
}
