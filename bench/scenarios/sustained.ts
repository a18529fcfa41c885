import { setTimeout as sleep } from 'node:timers/promises';
import { BenchServer } from '../backend/bench-server';
import type { Mix } from '../backend/users-table';
import { BATCHES, SINGLES, type Contestant } from '../contestants';
import { atMost, exactly, type Check } from '../report/result';
import { quantile, spreadOf } from '../report/statistics';
import { readInputs, watchInputs } from './input-watch';
import type { Arena, Scenario } from './scenario';

const MIX: Mix = { created: 0.2, deleted: 0.05 };
const RATE = 1_000;
const STEP_MS = 10;
const USERS = 1_000;
const INPUT_EVERY_MS = 200;
const DELAY_BUDGET_MS = 50;
/** Two flushes and a frame. */
const BEHIND_BUDGET_MS = 250;
/** The page's heading: pressing it does nothing, so what is measured is the wait alone. */
const HEADING = { x: 400, y: 20 };

interface Measured {
  /** Main-thread CPU time in each second of the traffic. */
  readonly cpuMs: number;
  /** From input to the first listener, each. */
  readonly delays: readonly number[];
  readonly longestTaskMs: number;
  /** From handing on the last event until it was drawn. */
  readonly behindMs: number;
  readonly lost: number;
}

/** A thousand events a second, for ten seconds, while somebody clicks and types. */
export const sustained: Scenario = async (arena) => {
  const seconds = arena.isQuick ? 2 : 10;
  const table = [
    ['contestant', 'main-thread CPU, ms a second', 'input delay p95 / longest, ms', 'longest task, ms', 'last event drawn after, ms', 'lost or repaired'],
  ];
  const checks: Check[] = [];
  for (const contestant of arena.contestants.filter(({ hasRows }) => hasRows)) {
    const runs: Measured[] = [];
    for (let round = 1; round <= arena.rounds; round++) runs.push(await measure(arena, contestant, seconds));
    const delays = runs.flatMap((run) => run.delays);
    const [cpu, behind] = [spreadOf(runs.map(({ cpuMs }) => cpuMs)), spreadOf(runs.map(({ behindMs }) => behindMs))];
    const longest = Math.max(...delays);
    const lost = Math.max(...runs.map((run) => run.lost));
    table.push([
      contestant.name,
      `${cpu.median.toFixed(0)} (${cpu.min.toFixed(0)} – ${cpu.max.toFixed(0)})`,
      `${quantile(delays, 0.95).toFixed(1)} / ${longest.toFixed(1)}`,
      Math.max(...runs.map(({ longestTaskMs }) => longestTaskMs)).toFixed(0),
      `${behind.median.toFixed(0)} (${behind.min.toFixed(0)} – ${behind.max.toFixed(0)})`,
      String(lost),
    ]);
    arena.log(`sustained, ${contestant.name}: ${cpu.median.toFixed(0)} ms a second, input delayed ${longest.toFixed(0)} ms at most`);
    if (contestant.name !== SINGLES && contestant.name !== BATCHES) continue;
    checks.push(atMost(`1,000 events a second, longest input delay: ${contestant.name}`, longest, DELAY_BUDGET_MS, 'ms'));
    checks.push(atMost(`1,000 events a second, last event drawn after: ${contestant.name}`, behind.median, BEHIND_BUDGET_MS, 'ms'));
    checks.push(exactly(`1,000 events a second, lost or repaired: ${contestant.name}`, lost, 0));
  }
  const how = `${RATE.toLocaleString('en')} events a second for ${String(seconds)} s over ${USERS.toLocaleString('en')} loaded rows, with a click and a key each ${String(INPUT_EVERY_MS)} ms.`;
  return { title: 'A thousand events a second', how, table, checks };
};

async function measure({ browser }: Arena, contestant: Contestant, seconds: number): Promise<Measured> {
  const server = await BenchServer.start({ users: USERS, batches: contestant.batches });
  const tab = await browser.open();
  await tab.beforeEachPage(watchInputs);
  await contestant.open(tab, server);
  const askedBefore = server.asked;
  const before = await tab.settled();
  await tab.evaluate(readInputs);
  const inputs = new AbortController();
  const pressing = (async () => {
    while (!inputs.signal.aborted) {
      await tab.click(HEADING.x, HEADING.y);
      await tab.press('Shift');
      await sleep(INPUT_EVERY_MS);
    }
  })();
  await traffic(server, seconds);
  const last = server.table.create();
  server.append([last]);
  await server.feed.idle();
  const handedOn = performance.now();
  await tab.until('the last event is drawn', (selector) => document.querySelector(selector) !== null, contestant.selector(last.payload.id));
  const behindMs = performance.now() - handedOn;
  inputs.abort();
  await pressing;
  const { delays, longestTaskMs } = await tab.evaluate(readInputs);
  const after = await tab.settled();
  const lost = await contestant.lost(tab, server, server.feed.length, askedBefore);
  await tab.close();
  await server.close();
  return { cpuMs: ((after - before) * 1000) / seconds, delays, longestTaskMs, behindMs, lost };
}

/** Paces by the clock: what a pause took too long is made up for. */
async function traffic(server: BenchServer, seconds: number): Promise<void> {
  const start = performance.now();
  for (let sent = 0; sent < RATE * seconds;) {
    const due = Math.min(RATE * seconds, Math.floor(((performance.now() - start) * RATE) / 1000));
    server.append(Array.from({ length: due - sent }, () => server.table.change(MIX)));
    sent = due;
    await sleep(STEP_MS);
  }
}
