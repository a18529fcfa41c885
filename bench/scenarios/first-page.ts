import { ProductServer } from '../backend/product-server';
import type { Tab } from '../browser/tab';
import { atMost } from '../report/result';
import { ratios, spreadOf } from '../report/statistics';
import { watchFirstRow } from './paint-watch';
import { FEW_USERS, manyUsers, seededUsers } from './product-data';
import type { Arena, Scenario } from './scenario';

const BUDGET = 1.3;
const LOADS_A_ROUND = 4;

interface Desk {
  readonly users: number;
  readonly product: ProductServer;
  readonly tab: Tab;
  readonly toFirstRow: number[];
  readonly toAnswer: number[];
}

/** Opening the page must not take longer because the platform has grown. */
export const firstPage: Scenario = async (arena) => {
  const few = await open(arena, FEW_USERS);
  const many = await open(arena, manyUsers(arena));
  for (let load = 0; load < arena.rounds * LOADS_A_ROUND; load++) for (const desk of [few, many]) await measure(desk);
  for (const { tab, product } of [few, many]) {
    await tab.close();
    await product.stop();
  }
  const factor = spreadOf(ratios(many.toFirstRow, few.toFirstRow)).median;
  arena.log(`first page: ${factor.toFixed(2)} times as long with ${many.users.toLocaleString('en')} users`);
  return {
    title: 'First page',
    how: 'Signed in, from the navigation to `/users` until the first row is on the screen, everything included; and `GET /users?limit=50` alone. In turn with few and with many users, on the real server with its embedded database.',
    table: [['users', 'to the first row, ms: median (range)', 'the request alone, ms: median (range)'], line(few), line(many)],
    checks: [atMost(`First page with ${many.users.toLocaleString('en')} users, in times of that with ${FEW_USERS.toLocaleString('en')}`, factor, BUDGET, '×')],
  };
};

async function open({ browser, web, log }: Arena, users: number): Promise<Desk> {
  log(`first page: a server with ${users.toLocaleString('en')} users …`);
  const product = await ProductServer.start(web, seededUsers(users), users);
  const tab = await browser.open();
  await tab.beforeEachPage(watchFirstRow);
  await product.signIn(tab);
  return { users, product, tab, toFirstRow: [], toAnswer: [] };
}

async function measure({ product, tab, toFirstRow, toAnswer }: Desk): Promise<void> {
  await tab.send('Page.bringToFront');
  await tab.goto(`${product.clientOrigin}/users`);
  await tab.until('the first row is on the screen', () => window.firstRowMs !== undefined);
  toFirstRow.push(await tab.evaluate(() => window.firstRowMs ?? Number.NaN));
  const colleague = await product.colleague();
  await colleague.request('GET', '/users?limit=50');
  const start = performance.now();
  await colleague.request('GET', '/users?limit=50');
  toAnswer.push(performance.now() - start);
  await colleague.signOut();
}

function line({ users, toFirstRow, toAnswer }: Desk): string[] {
  const text = (values: readonly number[]): string => {
    const { median, min, max } = spreadOf(values);
    return `${median.toFixed(0)} (${min.toFixed(0)} – ${max.toFixed(0)})`;
  };
  return [users.toLocaleString('en'), text(toFirstRow), text(toAnswer)];
}
