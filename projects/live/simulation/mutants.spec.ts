import * as fc from 'fast-check';
import { loadMutant } from './mutate';
import { MUTANTS } from './mutants';
import { RARE } from './rare';
import { play, scenarios } from './scenario';

/** Enough, after the rare ones, to find each of them; most fall within fifty. */
const RUNS = 6_000;

describe('The simulation notices when the protocol does not hold that', () => {
  for (const mutant of MUTANTS) {
    it(
      mutant.breaks,
      async () => {
        const Heart = await loadMutant(mutant);
        const result = await fc.check(
          fc.asyncProperty(scenarios, (scenario) => play(scenario, Heart)),
          { seed: 1, numRuns: RUNS, endOnFailure: true, examples: Object.values(RARE).map((scenario): [typeof scenario] => [scenario]) },
        );
        expect(result.failed).toBeTrue();
      },
      120_000,
    );
  }
});
