import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { ActivityPage } from '#contract/activity';
import { UsersPage } from '#contract/users';
import type { AdminApi } from '../../tools/admin-api';
import { ProductServer } from '../backend/product-server';
import { Random } from '../backend/random';
import { atMost } from '../report/result';
import { quantile } from '../report/statistics';
import { paintedAt, watchName } from './paint-watch';
import type { Scenario } from './scenario';

const USERS = 1_000;
const BUDGET_MS = 100;
const PAUSE_MS = 100;

/** A colleague changes a name; how soon is it on this screen? The real server, its database and its stream. */
export const commitToPaint: Scenario = async ({ browser, web, isQuick, log }) => {
  const changes = isQuick ? 10 : 200;
  const dataDir = mkdtempSync(join(tmpdir(), 'moien-bench-data-'));
  const product = await ProductServer.start(web, dataDir, USERS);
  const tab = await browser.open();
  await tab.beforeEachPage(watchName);
  await product.signIn(tab);
  await tab.goto(`${product.clientOrigin}/users`);
  await tab.until('the first rows are drawn', () => document.querySelector('[role=grid] [data-id]') !== null);
  await tab.settled();

  const colleague = await product.colleague();
  const id = await newest(colleague);
  const chance = new Random(1);
  for (let change = 0; change < changes; change++) {
    await colleague.request('PATCH', `/users/${id}`, { fullName: `Painted Number ${String(change)}` });
    // Not in step with whatever has a beat of its own.
    await sleep(PAUSE_MS * (1 + chance.next()));
  }
  await tab.settled();
  const painted = await tab.evaluate(paintedAt);
  const committed = await commits(colleague, id);
  const delays = committed.map((at, change) => (painted[change] ?? Number.POSITIVE_INFINITY) - at);
  await tab.close();
  await product.stop();
  rmSync(dataDir, { recursive: true });

  const [p50, p95, most] = [quantile(delays, 0.5), quantile(delays, 0.95), Math.max(...delays)];
  log(`commit to paint: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`);
  return {
    title: 'Commit to paint',
    how: `${String(changes)} renamings over REST, one at a time, seen by another admin's screen on the same machine; from the time in the event, taken just before the commit, until the frame with the new name is done.`,
    table: [
      ['changes', 'p50, ms', 'p95, ms', 'longest, ms'],
      [String(delays.length), p50.toFixed(0), p95.toFixed(0), most.toFixed(0)],
    ],
    checks: [atMost('Commit to paint, p95', p95, BUDGET_MS, 'ms')],
  };
};

async function newest(api: AdminApi): Promise<string> {
  const [user] = v.parse(UsersPage, await api.request('GET', '/users?limit=1')).data;
  if (!user) throw new Error('The server has no users');
  return user.id;
}

/** When each renaming of a user was committed, the first first, in milliseconds since 1970. */
async function commits(api: AdminApi, id: string): Promise<readonly number[]> {
  const page = v.parse(ActivityPage, await api.request('GET', `/activity?subject=${id}&kind=user.renamed&limit=200`));
  return page.data.map(({ at }) => Date.parse(at)).reverse();
}
