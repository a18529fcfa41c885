// `npm run lighthouse`: the production build as it is served, judged by Lighthouse, on the sign-in page and on the users page.
//   npm run lighthouse -- [--client FOLDER]
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import lighthouse, { type Config, desktopConfig, type Result, type RunnerResult } from 'lighthouse';
import { CLIENT_ROOT, ensureClientBuilt } from '../tools/client/build';
import { ProductServer } from './backend/product-server';
import { Browser } from './browser/browser';
import { spreadOf } from './report/statistics';
import { WebServers } from './web-servers';

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const BUDGET = 95;
const VISITS = 5;
const USERS = 1_000;
/** The whole reports, to be opened in a browser. */
const REPORTS = 'test-results/lighthouse';
/** Lighthouse's own two: a phone on a slow network, and a laptop. */
const DEVICES = { mobile: undefined, desktop: desktopConfig };

const { client } = parseArgs({ options: { client: { type: 'string' } } }).values;
if (client === undefined) ensureClientBuilt();
const dataDir = mkdtempSync(join(tmpdir(), 'moien-lighthouse-'));
const web = await WebServers.start(client ?? CLIENT_ROOT);
const product = await ProductServer.start(web, dataDir, USERS);
const browser = await Browser.launch();
mkdirSync(REPORTS, { recursive: true });

// The sign-in page leads on once somebody is signed in, so it comes first.
await judge('/login');
const tab = await browser.openInProfile();
await product.signIn(tab);
await tab.close();
await judge('/users');

await browser.close();
await product.stop();
web.close();
rmSync(dataDir, { recursive: true });

/** Prints the scores of a page, the median of several visits with their spread, and what cost points in the last. */
async function judge(path: string): Promise<void> {
  for (const [device, config] of Object.entries(DEVICES)) {
    const scores = new Map<string, number[]>();
    let lacking: readonly Result['audits'][string][] = [];
    for (let visit = 1; visit <= VISITS; visit++) {
      const { lhr, report } = await look(path, config);
      for (const { title, score } of Object.values(lhr.categories)) scores.set(title, [...(scores.get(title) ?? []), Math.round((score ?? 0) * 100)]);
      writeFileSync(join(REPORTS, `${path.slice(1)}-${device}.html`), String(report));
      lacking = Object.values(lhr.audits).filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== 'informative');
    }
    const spreads = [...scores].map(([title, visits]) => ({ title, ...spreadOf(visits) }));
    const told = spreads.map(({ title, median, min, max }) => `${title} ${String(median)} (${String(min)} – ${String(max)})`);
    console.log(`${path.padEnd(8)} ${device.padEnd(8)} ${told.join(', ')}`);
    for (const { title, displayValue } of lacking) console.log(`           ${title}${displayValue === undefined ? '' : `: ${displayValue}`}`);
    if (spreads.some(({ median }) => median < BUDGET)) process.exitCode = 1;
  }
}

async function look(path: string, config: Config | undefined): Promise<RunnerResult> {
  const flags = { port: browser.port, onlyCategories: CATEGORIES, output: 'html' as const, logLevel: 'error' as const, disableStorageReset: true };
  const result = await lighthouse(`${product.clientOrigin}${path}`, flags, config);
  if (!result) throw new Error(`Lighthouse has nothing to say about ${path}`);
  if (!result.lhr.finalDisplayedUrl.endsWith(path)) throw new Error(`${path} led to ${result.lhr.finalDisplayedUrl}`);
  return result;
}
