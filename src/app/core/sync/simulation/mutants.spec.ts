import * as fc from 'fast-check';
import { loadMutant } from './mutate';
import { MUTANTS } from './mutants';
import { play, scenarios } from './scenario';

/** Enough to find the rarest of them; most fall within fifty. */
const RUNS = 6_000;

describe('The simulation notices when the protocol does not hold that', () => {
  for (const mutant of MUTANTS) {
    it(
      mutant.breaks,
      async () => {
        const Heart = await loadMutant(mutant);
        const result = await fc.check(
          fc.asyncProperty(scenarios, (scenario) => play(scenario, Heart)),
          { seed: 1, numRuns: RUNS, endOnFailure: true },
        );
        expect(result.failed).toBeTrue();
      },
      120_000,
    );
  }
});
