import * as fc from 'fast-check';
import { play, type Scenario, scenarios } from './scenario';

const RUNS = Number(process.env['SCHEDULES'] ?? 10_000);
const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);

const CALM = {
  loss: 0,
  duplicates: 0,
  reordering: 0,
  badPayloads: 0,
  httpFailures: 0,
  httpHangs: 0,
  laggingReads: 0,
  httpDelay: 3_000,
  emitDelay: 2,
  cutBatches: 0,
  namelessEvents: 0,
};
/** What only one schedule in many ten thousand finds. */
const RARE: Readonly<Record<string, Scenario>> = {
  'a page read before an own deletion comes after its answer': {
    seed: -2,
    wire: { numbers: 'all', isBatched: false, isRowless: true, saysGone: false },
    // Rare faults are drawn even where they never happen, and those after them with them.
    faults: { ...CALM, httpHangs: 5e-324 },
    steps: [
      { wait: 0, what: 'offline' },
      { wait: 600, what: 'scroll' },
      { wait: 3_000, what: 'burst' },
      { wait: 40, what: 'act' },
      { wait: 3_000, what: 'write' },
    ],
  },
};

describe('A live list under every kind of trouble', () => {
  for (const [what, scenario] of Object.entries(RARE))
    it(`keeps all it promises when ${what}`, async () => {
      await expectAsync(play(scenario)).toBeResolved();
    });

  it(`ends equal to the server, and keeps its invariant on the way (${String(RUNS)} schedules, SEED=${String(SEED)})`, async () => {
    const result = await fc.check(
      fc.asyncProperty(scenarios, (scenario) => play(scenario)),
      { seed: SEED, numRuns: RUNS },
    );
    if (result.failed) fail(`${String(result.errorInstance)}\n${fc.defaultReportMessage(result) ?? ''}`);
    expect(result.numRuns).toBe(RUNS);
  }, 600_000);
});
