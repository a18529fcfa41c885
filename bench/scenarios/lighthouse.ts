import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import judgeByLighthouse, { type Config, desktopConfig, type RunnerResult } from 'lighthouse';
import { ProductServer } from '../backend/product-server';
import type { Check } from '../report/result';
import { spreadOf } from '../report/statistics';
import { FEW_USERS, seededUsers } from './product-data';
import type { Arena, Scenario } from './scenario';

/** Lighthouse's own names, as its reports show them. */
const CATEGORIES = { performance: 'Performance', accessibility: 'Accessibility', 'best-practices': 'Best practices' } as const;
type Category = keyof typeof CATEGORIES;
/** Points, of 100. */
const BUDGET = 95;
/** The whole reports, to be opened in a browser. */
const REPORTS = 'test-results/lighthouse';
/** Lighthouse's own two: a phone on a slow network, and a laptop. */
const DEVICES = { mobile: undefined, desktop: desktopConfig };

/** The production build, compressed as it is served, on the sign-in page and on the users page. */
export const lighthouse: Scenario = async (arena) => {
  const product = await ProductServer.start(arena.web, seededUsers(FEW_USERS), FEW_USERS);
  mkdirSync(REPORTS, { recursive: true });
  const table = [['page', 'device', ...Object.values(CATEGORIES)]];
  const checks: Check[] = [];
  const judge = async (path: string): Promise<void> => {
    for (const [device, config] of Object.entries(DEVICES)) {
      const scores = await visit(arena, `${product.clientOrigin}${path}`, join(REPORTS, `${path.slice(1)}-${device}.html`), config);
      const spreads = Object.values(scores).map(spreadOf);
      table.push([path, device, ...spreads.map(({ median, min, max }) => `${String(median)} (${String(min)} – ${String(max)})`)]);
      const worst = Math.min(...spreads.map(({ median }) => median));
      arena.log(`lighthouse: ${path}, ${device}: ${spreads.map(({ median }) => median).join(', ')}`);
      checks.push({ promise: `The least of a median: ${path}, ${device}`, budget: `≥ ${String(BUDGET)}`, measured: String(worst), isKept: worst >= BUDGET });
    }
  };
  // The sign-in page leads on once somebody is signed in, so it comes first.
  await judge('/login');
  const tab = await arena.browser.openInProfile();
  await product.signIn(tab);
  await tab.close();
  await judge('/users');
  await product.stop();
  const how = `One visit a round, the cache empty, ${FEW_USERS.toLocaleString('en')} users on the real server; points of 100. The last report of each is in \`${REPORTS}\`.`;
  return { title: 'Lighthouse', how, table, checks };
};

/** @returns the points of each round, by category. */
async function visit({ browser, rounds }: Arena, url: string, file: string, config: Config | undefined): Promise<Record<Category, number[]>> {
  const scores: Record<Category, number[]> = { performance: [], accessibility: [], 'best-practices': [] };
  for (let attempt = 0; scores.performance.length < rounds; attempt++) {
    if (attempt === 2 * rounds) throw new Error(`Lighthouse gives ${url} no points`);
    const { lhr, report } = await look(url, browser.port, config);
    // Without points it was not measured: the trace came out incomplete.
    if (Object.values(lhr.categories).some(({ score }) => score === null)) continue;
    for (const category of Object.keys(CATEGORIES) as Category[]) scores[category].push(Math.round((lhr.categories[category]?.score ?? 0) * 100));
    writeFileSync(file, String(report));
  }
  return scores;
}

async function look(url: string, port: number, config: Config | undefined): Promise<RunnerResult> {
  const flags = { port, onlyCategories: Object.keys(CATEGORIES), output: 'html' as const, logLevel: 'error' as const, disableStorageReset: true };
  const result = await judgeByLighthouse(url, flags, config);
  if (!result) throw new Error(`Lighthouse has nothing to say about ${url}`);
  if (result.lhr.runtimeError) throw new Error(`${url}: ${result.lhr.runtimeError.message}`);
  if (result.lhr.finalDisplayedUrl !== url) throw new Error(`${url} led to ${result.lhr.finalDisplayedUrl}`);
  return result;
}
