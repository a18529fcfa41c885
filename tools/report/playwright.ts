import { stripVTControlCharacters } from 'node:util';
import type { FullConfig, Reporter, Suite } from '@playwright/test/reporter';
import { writeCounts } from './counts.mjs';

/** Tells `npm test` how many journeys ran. One that passed only when tried again counts as failed. */
export default class CountsReporter implements Reporter {
  private suite: Suite | undefined;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.suite = suite;
  }

  onEnd(): void {
    const counts = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    const failures: string[] = [];
    for (const test of this.suite?.allTests() ?? []) {
      counts[test.outcome()]++;
      if (test.ok() && test.outcome() !== 'flaky') continue;
      const errors = test.results.flatMap(({ errors }) => errors.map(({ message = '' }) => stripVTControlCharacters(message)));
      failures.push([test.titlePath().filter(Boolean).join(' › '), ...errors].join('\n'));
    }
    writeCounts({ passed: counts.expected, failed: counts.unexpected + counts.flaky, skipped: counts.skipped, failures });
  }
}
