import * as fc from 'fast-check';
import { busiestMinute, holds, play } from './mirror-scenario';
import { MIRROR_MUTANTS } from './mirror-mutants';
import { loadMirrorMutant } from './mutate';

const RUNS = Number(process.env['SCHEDULES'] ?? 10_000);
const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
/** Enough to find each mutant; most fall within fifty. */
const MUTANT_RUNS = 1_000;

const schedules = [fc.integer(), fc.integer({ min: 5, max: 60 })] as const;

describe(`A mirror of an unnumbered list (SEED=${String(SEED)}, ${String(RUNS)} schedules)`, () => {
  it('ends equal to the server, brings no deleted row back, and asks six times a minute at most', async () => {
    const result = await fc.check(
      fc.asyncProperty(...schedules, (seed, steps) => holds(seed, steps)),
      { numRuns: RUNS, seed: SEED },
    );
    expect(result.counterexample).toBeNull();
  });

  it('lets no row step back to an older state where events come in order', async () => {
    const result = await fc.check(
      fc.asyncProperty(...schedules, (seed, steps) => holds(seed, steps, { isOrdered: true })),
      { numRuns: RUNS, seed: SEED },
    );
    expect(result.counterexample).toBeNull();
  });

  it('asks for a list of twenty thousand once a minute, whatever happens, once it knows how long it is', async () => {
    const platform = await play(SEED, 40, { padding: 20_000 });
    expect(busiestMinute(platform.departures.filter((at) => at > 60_000))).toBeLessThanOrEqual(1);
    expect(platform.mirror.rows.size).toBe(platform.rows.size);
  });
});

describe('The simulation of a mirror notices when it does not hold that', () => {
  for (const mutant of MIRROR_MUTANTS) {
    it(
      mutant.breaks,
      async () => {
        const Mirror = await loadMirrorMutant(mutant);
        const result = await fc.check(
          fc.asyncProperty(...schedules, fc.boolean(), (seed, steps, isOrdered) => holds(seed, steps, { Mirror, isOrdered })),
          { seed: 1, numRuns: MUTANT_RUNS, endOnFailure: true },
        );
        expect(result.failed).toBeTrue();
      },
      120_000,
    );
  }
});
