import { defineConfig } from '@playwright/test';
import type { WorkerOptions } from './e2e/support/test';
import { findChromium } from './tools/chromium.mjs';
import { findNginx } from './tools/nginx-binary.mjs';

const chromium = findChromium();

/** Journeys of e2e/ that say the same of both backends. */
const ON_BOTH = ['users-live.spec.ts'];

export default defineConfig<object, WorkerOptions>({
  testDir: 'e2e',
  testIgnore: findNginx() === undefined ? ['static-host.spec.ts'] : [],
  outputDir: 'test-results/e2e',
  globalSetup: './e2e/support/build-client.ts',
  // Each worker has a server, a database and a browser of its own.
  workers: 2,
  forbidOnly: true,
  timeout: 120_000,
  expect: {
    timeout: 20_000,
    // A newer Chromium may smooth an edge another way; a line that moved is more than this.
    toHaveScreenshot: { stylePath: './e2e/support/looks.css', maxDiffPixelRatio: 0.002 },
  },
  projects: [
    // What supports the journeys has specs in Node (npm run test:tools).
    { name: 'reference', testIgnore: ['support/**', 'platform/**'] },
    ...(['plainest', 'awkward'] as const).map((backend) => ({
      name: backend,
      // What takes a minute, and that the settings do not change, is done in the one of which it asks more: its tag says in which.
      grepInvert: backend === 'plainest' ? /@awkward/u : /@plainest/u,
      testMatch: ['platform/**/*.spec.ts', ...ON_BOTH],
      testIgnore: 'support/**',
      use: { backend },
    })),
  ],
  snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
  reporter: [['list'], ['./tools/report/playwright.ts']],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Luxembourg',
    // To trace every journey would make all of them slower by a seventh (--trace=retain-on-failure does): the one that fails leaves its
    // last picture and what it says to a screen reader.
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium !== undefined && { executablePath: chromium }),
      // Chromium does not sandbox root; --disable-dev-shm-usage: /dev/shm is small in containers.
      args: ['--disable-background-networking', '--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    },
  },
});
