import { readFileSync } from 'node:fs';
import type { BenchServer } from './backend/bench-server';
import { signIn } from './browser/sign-in';
import type { Tab } from './browser/tab';
import type { WebServers } from './web-servers';
import type {} from './peers/peer';

/** A row as a contestant has it. `text` holds the name at least. */
export interface ShownRow {
  readonly id: string;
  readonly text: string;
}

/** A page that is fed with the same events as the others. */
export interface Contestant {
  readonly name: string;
  /** Whether its server sends batches to those who ask for them. */
  readonly batches: boolean;
  /** Whether it keeps rows at all. */
  readonly hasRows: boolean;
  /** Opens the page, and resolves once it is connected and holds all of the server's users. */
  open(tab: Tab, server: BenchServer): Promise<void>;
  /** How many of the events since it was opened it did not get, or had to ask for again. */
  lost(tab: Tab, server: BenchServer, sent: number, askedBefore: number): Promise<number>;
  /** All rows in the order shown; none when it has no rows. */
  rows(tab: Tab): Promise<readonly ShownRow[]>;
  /** Finds a drawn row. */
  selector(id: string): string;
}

export const FLOOR = 'floor: counts events';
export const SINGLES = 'Moien, single events';
export const BATCHES = 'Moien, batches';

/** Everybody who takes part, the floor first. */
export function contestants(web: WebServers): readonly Contestant[] {
  return [
    peer(web, FLOOR, 'floor', () => 'peer-table'),
    product(web, SINGLES, false),
    product(web, BATCHES, true),
    peer(web, 'fromEvent into a signal array, CDK viewport', 'from-event', (id) => `[data-id="${id}"]`),
    peer(web, `AG Grid Community ${versionOf('ag-grid-community')}, async transactions`, 'ag-grid', (id) => `[row-id="${id}"]`),
  ];
}

function peer(web: WebServers, name: string, path: string, selector: Contestant['selector']): Contestant {
  return {
    name,
    batches: false,
    hasRows: path !== 'floor',
    selector,
    async open(tab, server) {
      await tab.goto(`${web.peers}/${path}?api=${encodeURIComponent(server.origin)}`);
      await tab.until(`${name} starts`, () => window.peer !== undefined);
      await connected(server);
    },
    lost: async (tab, _server, sent) => sent - (await tab.evaluate(() => window.peer?.received() ?? 0)),
    rows: (tab) => tab.evaluate(() => window.peer?.rows?.() ?? []),
  };
}

/** The product's own users page, as it is built for production. */
function product(web: WebServers, name: string, batches: boolean): Contestant {
  return {
    name,
    batches,
    hasRows: true,
    selector: (id) => `[data-id="${id}"]`,
    async open(tab, server) {
      const origin = await web.client(server.origin);
      await signIn(tab, origin, 'bench@moien.lu', 'any password does');
      await tab.goto(`${origin}/users`);
      await tab.until('the first rows are drawn', () => document.querySelector('[role=grid] [data-id]') !== null);
      while (!server.wasReadToTheEnd) {
        await tab.evaluate(scrollToEnd);
      }
      await tab.settled();
      await tab.evaluate(() => document.querySelector('[role=grid]')?.scrollTo(0, 0));
      await connected(server);
    },
    // Whatever did not come by itself it asks for: what is right in the end may still have been repaired.
    lost: (_tab, server, _sent, askedBefore) => Promise.resolve(server.asked - askedBefore),
    rows: (tab) => tab.evaluate(readGrid),
  };
}

async function connected(server: BenchServer): Promise<void> {
  while (server.connections === 0) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Asks for what comes next, and waits for a frame. Runs in the page. */
function scrollToEnd(): Promise<void> {
  document.querySelector('[role=grid]')?.scrollTo(0, 1e9);
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

/** Scrolls through the whole grid and notes what is drawn where. Runs in the page. */
async function readGrid(): Promise<ShownRow[]> {
  const grid = document.querySelector('[role=grid]');
  if (!grid) return [];
  const rows = new Map<number, ShownRow>();
  const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  for (let top = 0; ; top += grid.clientHeight / 2) {
    grid.scrollTo(0, top);
    await frame();
    await frame();
    for (const row of grid.querySelectorAll<HTMLElement>('[data-id]')) {
      rows.set(Number(row.getAttribute('aria-rowindex')), { id: row.dataset['id'] ?? '', text: row.textContent });
    }
    if (top + grid.clientHeight >= grid.scrollHeight) break;
  }
  grid.scrollTo(0, 0);
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}

function versionOf(name: string): string {
  return (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version;
}
