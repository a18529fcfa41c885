import { defineConfig } from '@playwright/test';
import { findChromium } from './tools/chromium.mjs';

const chromium = findChromium();

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './e2e/support/build-client.ts',
  // Each worker has a server, a database and a browser of its own.
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: {
    timeout: 10_000,
    // A newer Chromium may smooth an edge another way; a line that moved is more than this.
    toHaveScreenshot: { stylePath: './e2e/support/looks.css', maxDiffPixelRatio: 0.002 },
  },
  snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
  reporter: [['list'], ['./tools/report/playwright.ts']],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Luxembourg',
    // A film of every journey would make all of them slower by a third: the one that fails leaves its last picture.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium !== undefined && { executablePath: chromium }),
      // Chromium does not sandbox root; --disable-dev-shm-usage: /dev/shm is small in containers.
      args: ['--disable-background-networking', '--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    },
  },
});
