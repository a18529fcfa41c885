import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../tools/free-port';
import { startService } from '../../tools/service';
import { Changes } from '../../tools/traffic/changes';
import { ProductServer } from '../backend/product-server';
import { signIn } from '../browser/sign-in';
import type { Tab } from '../browser/tab';
import { Traffic } from '../browser/traffic';
import { atMost, exactly, type Check } from '../report/result';
import { seededUsers } from './product-data';
import type { Arena, Scenario } from './scenario';

const USERS = 20_000;
const RATE = 1;
const SECONDS = 180;
/** Of the whole list, where it can only be had whole. */
const LISTS_A_MINUTE = 1;
/** What the double prints when it is run by hand. */
const [EMAIL, PASSWORD] = ['admin@moien.lu', 'moien platform double'];

/** Something to measure against, and an admin at a desk there. */
interface Backend {
  readonly name: string;
  readonly open: (arena: Arena, users: number) => Promise<{ signIn(tab: Tab): Promise<void>; stop(): Promise<void> }>;
}

interface Cost {
  readonly name: string;
  readonly lists: number;
  readonly requests: number;
  readonly bytes: number;
  /** Milliseconds; 0 where none was over 50. */
  readonly longestFirst: number;
  readonly longest: number;
  /** The share of seconds in which the list said that it is live. */
  readonly live: number;
}

const reference: Backend = {
  name: 'reference server',
  async open({ web }, users) {
    const product = await ProductServer.start(web, seededUsers(users), users);
    const changes = new Changes(await product.colleague());
    await changes.load();
    const changing = setInterval(() => void changes.make().catch(() => undefined), 1000 / RATE);
    return {
      signIn: (tab) => product.signIn(tab),
      stop: () => {
        clearInterval(changing);
        return product.stop();
      },
    };
  },
};

const platform: Backend = {
  name: "customer's backend (double, documented limits)",
  async open({ web }, users) {
    const port = String(await freePort());
    const apiOrigin = `http://localhost:${port}`;
    const clientOrigin = await web.client(apiOrigin);
    const args = ['--port', port, '--users', String(users), '--rate', String(RATE), '--origin', clientOrigin];
    const url = `${apiOrigin}/api/v1/site-settings/hero-image`;
    const service = startService({ name: 'double', script: 'e2e/support/platform/main.ts', args, url });
    await service.ready;
    return { signIn: (tab) => signIn(tab, clientOrigin, EMAIL, PASSWORD), stop: () => service.stop() };
  },
};

/** What the users' page costs a desk and its server, with numbers and without. */
export const backends: Scenario = async (arena) => {
  const seconds = arena.isQuick ? 10 : SECONDS;
  const users = arena.isQuick ? 1_000 : USERS;
  const costs = [await measure(reference, arena, users, seconds), await measure(platform, arena, users, seconds)] as const;
  const [, unnumbered] = costs;
  const checks: Check[] = [
    atMost(`Whole lists a minute without numbers, at ${users.toLocaleString('en')} users`, unnumbered.lists, LISTS_A_MINUTE, ''),
    ...costs.flatMap(({ name, longestFirst, longest, live }) => [
      atMost(`Longest task, opening the page included: ${name}`, Math.max(longestFirst, longest), 50, 'ms'),
      exactly(`Share of seconds live: ${name}`, live, 1),
    ]),
  ];
  return {
    title: 'Two backends',
    how: `The users' page with ${users.toLocaleString('en')} users and ${String(RATE)} change a second for ${String(seconds)} s, once the list is live. Tasks of 50 ms or less are not told by the browser, and count as 0.`,
    table: [
      ['backend', 'whole lists a minute', 'requests a minute', 'kB a minute', 'longest task opening, ms', 'longest task after, ms', 'live'],
      ...costs.map(({ name, lists, requests, bytes, longestFirst, longest, live }) => [
        name,
        lists.toFixed(1),
        requests.toFixed(1),
        (bytes / 1000).toFixed(0),
        longestFirst.toFixed(0),
        longest.toFixed(0),
        `${(live * 100).toFixed(0)} %`,
      ]),
    ],
    checks,
  };
};

async function measure({ name, open }: Backend, arena: Arena, users: number, seconds: number): Promise<Cost> {
  arena.log(`backends: ${name} with ${users.toLocaleString('en')} users …`);
  const backend = await open(arena, users);
  const tab = await arena.browser.open();
  await tab.beforeEachPage(watchTasks);
  await backend.signIn(tab);
  const origin = new URL(await tab.evaluate(() => location.href)).origin;
  await tab.goto(`${origin}/users`);
  await tab.until('the list is live', () => document.querySelector('[data-testid=freshness-users]')?.getAttribute('data-state') === 'live');
  await tab.settled();
  const longestFirst = await tab.evaluate(longestTask);
  const traffic = await Traffic.watch(tab);
  let live = 0;
  for (let second = 0; second < seconds; second++) {
    await sleep(1000);
    live += await tab.evaluate(() => Number(document.querySelector('[data-testid=freshness-users]')?.getAttribute('data-state') === 'live'));
  }
  const longest = await tab.evaluate(longestTask);
  traffic.end();
  await tab.close();
  await backend.stop();
  const minutes = seconds / 60;
  return {
    name,
    lists: traffic.aMinute('GET /users'),
    requests: traffic.count / minutes,
    bytes: traffic.bytes / minutes,
    longestFirst,
    longest,
    live: live / seconds,
  };
}

/** Runs in the page. */
function watchTasks(): void {
  const tasks = { longest: 0 };
  Object.assign(window, { tasks });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.longest = Math.max(tasks.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
}

/** Since it was asked last, in milliseconds. Runs in the page. */
function longestTask(): number {
  const { tasks } = window as unknown as { tasks: { longest: number } };
  const { longest } = tasks;
  tasks.longest = 0;
  return longest;
}
