import { BenchServer } from '../backend/bench-server';
import { SERVER_PAUSE_MS } from '../backend/feed';
import type { Mix } from '../backend/users-table';
import { BATCHES, FLOOR, SINGLES, type Contestant } from '../contestants';
import { atMost, exactly, type Check, type Result } from '../report/result';
import { ratios, spreadOf } from '../report/statistics';
import type { Arena, Scenario } from './scenario';

const MIX: Mix = { created: 0.2, deleted: 0.05 };
const SINGLES_BUDGET = 2;
const BATCHES_BUDGET = 0.7;

interface Measured {
  /** CPU time of the main thread from the first event until it was at rest again. */
  readonly cpuMs: number;
  readonly lost: number;
  /** Rows that are missing, too many, in another place than at the server, or not up to date. */
  readonly wrong: number;
}

/** As fast as the network takes them: the end of an outage. */
export const burst: Scenario = (arena) => run(arena, 'Burst, all at once', 0);
/** At the pace at which the server hands on what was committed all at once: a bulk import. */
export const pacedBurst: Scenario = (arena) => run(arena, "Burst, at the server's pace", SERVER_PAUSE_MS);

async function run(arena: Arena, title: string, pauseMs: number): Promise<Result> {
  const sizes = arena.isQuick ? [100, 400] : [100, 10_000];
  const events = arena.isQuick ? 1_000 : 10_000;
  const table = [['rows loaded', 'contestant', 'main-thread CPU, ms: median (range)', '× floor', 'lost or repaired', 'rows wrong at the end']];
  const checks: Check[] = [];
  for (const size of sizes) {
    const measured = await rounds(arena, size, events, pauseMs);
    const floor = (measured.get(FLOOR) ?? []).map(({ cpuMs }) => cpuMs);
    for (const [name, runs] of measured) {
      const cpu = spreadOf(runs.map(({ cpuMs }) => cpuMs));
      const factor = spreadOf(ratios(runs.map(({ cpuMs }) => cpuMs), floor)); // prettier-ignore
      const lost = Math.max(...runs.map((run) => run.lost));
      const wrong = Math.max(...runs.map((run) => run.wrong));
      table.push([
        size.toLocaleString('en'),
        name,
        `${cpu.median.toFixed(0)} (${cpu.min.toFixed(0)} – ${cpu.max.toFixed(0)})`,
        `${factor.median.toFixed(2)} (${factor.min.toFixed(2)} – ${factor.max.toFixed(2)})`,
        String(lost),
        String(wrong),
      ]);
      if (name !== SINGLES && name !== BATCHES) continue;
      const where = `${name}, ${size.toLocaleString('en')} rows`;
      checks.push(atMost(`${title}, CPU: ${where}`, factor.median, name === BATCHES ? BATCHES_BUDGET : SINGLES_BUDGET, '× floor'));
      checks.push(exactly(`${title}, events lost or repaired: ${where}`, lost, 0), exactly(`${title}, rows wrong: ${where}`, wrong, 0));
    }
  }
  const pace =
    pauseMs === 0 ? 'in batches of 500 or one by one, as fast as the connection takes them' : `500 each ${String(pauseMs)} ms, as the server hands them on`;
  const how = `${events.toLocaleString('en')} events on \`/users\` (20 % created, 75 % updated, 5 % deleted), ${pace}.`;
  return { title, how, table, checks };
}

/** In turn, so that whatever the machine does meanwhile meets them all. */
async function rounds(arena: Arena, size: number, events: number, pauseMs: number): Promise<ReadonlyMap<string, readonly Measured[]>> {
  const measured = new Map<string, Measured[]>(arena.contestants.map(({ name }) => [name, []]));
  for (let round = 1; round <= arena.rounds; round++) {
    for (const contestant of arena.contestants) {
      const run = await measure(arena, contestant, size, events, pauseMs);
      measured.get(contestant.name)?.push(run);
      arena.log(
        `burst of ${String(events)} over ${String(size)} rows, pause ${String(pauseMs)} ms, round ${String(round)}, ${contestant.name}: ${run.cpuMs.toFixed(0)} ms, ${String(run.lost)} lost, ${String(run.wrong)} wrong`,
      );
    }
  }
  return measured;
}

async function measure({ browser }: Arena, contestant: Contestant, users: number, events: number, pauseMs: number): Promise<Measured> {
  const server = await BenchServer.start({ users, batches: contestant.batches, pauseMs });
  const tab = await browser.open();
  await contestant.open(tab, server);
  const askedBefore = server.asked;
  const before = await tab.settled();
  server.append(Array.from({ length: events }, () => server.table.change(MIX)));
  await server.feed.idle();
  const after = await tab.settled();
  const lost = await contestant.lost(tab, server, events, askedBefore);
  const wrong = contestant.hasRows ? wrongRows(await contestant.rows(tab), server.table.rows) : 0;
  await tab.close();
  await server.close();
  return { cpuMs: (after - before) * 1000, lost, wrong };
}

function wrongRows(shown: readonly { id: string; text: string }[], actual: readonly { id: string; fullName: string }[]): number {
  const misplaced = actual.filter(({ id, fullName }, index) => shown[index]?.id !== id || !shown[index].text.includes(fullName));
  return misplaced.length + Math.max(0, shown.length - actual.length);
}
