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
    for (const test of this.suite?.allTests() ?? []) counts[test.outcome()]++;
    writeCounts({ passed: counts.expected, failed: counts.unexpected + counts.flaky, skipped: counts.skipped });
  }
}
