import * as fc from 'fast-check';
import { RARE } from './rare';
import { play, scenarios } from './scenario';

const RUNS = Number(process.env['SCHEDULES'] ?? 10_000);
const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);

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
