import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The one browser that Karma, Playwright and the benchmarks use; undefined when the machine has none. */
export function findChromium() {
  const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
  try {
    known.push(createRequire(import.meta.url)('@playwright/test').chromium.executablePath());
  } catch {
    // Before the packages are installed there is no Playwright to ask.
  }
  return [process.env.CHROME_BIN, ...known].find((path) => path && existsSync(path));
}
