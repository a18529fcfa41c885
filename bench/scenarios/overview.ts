import type { AdminApi } from '../../tools/admin-api';
import { ProductServer } from '../backend/product-server';
import { atMost } from '../report/result';
import { quantile } from '../report/statistics';
import { FEW_USERS, manyUsers, seededUsers } from './product-data';
import type { Arena, Scenario } from './scenario';

const REQUESTS_A_ROUND = 20;
/** Milliseconds; what is not noticed. */
const BUDGET = 100;

interface Server {
  readonly users: number;
  readonly product: ProductServer;
  readonly admin: AdminApi;
  /** Milliseconds, by what was asked. */
  readonly took: Readonly<Record<Path, number[]>>;
}
const PATHS = ['/overview', '/overview/since-you-left'] as const;
type Path = (typeof PATHS)[number];

/** The day begins with the overview: it must not take longer because the platform has grown. */
export const overview: Scenario = async (arena) => {
  const servers = [await open(arena, FEW_USERS), await open(arena, manyUsers(arena))] as const;
  for (let request = 0; request < arena.rounds * REQUESTS_A_ROUND; request++)
    for (const path of PATHS) for (const server of servers) server.took[path].push(await timed(server.admin, path));
  for (const { product } of servers) await product.stop();
  const [, many] = servers;
  const p95 = quantile(many.took['/overview'], 0.95);
  arena.log(`overview: ${p95.toFixed(1)} ms (p95) with ${many.users.toLocaleString('en')} users`);
  return {
    title: 'Overview',
    how: `\`GET /overview\` and \`GET /overview/since-you-left\`, ${String(REQUESTS_A_ROUND)} of each a round, in turn with few and with many users, on the real server with its embedded database.`,
    table: [['users', ...PATHS.map((path) => `${path}, ms: median / p95`)], ...servers.map(line)],
    checks: [atMost(`Overview with ${many.users.toLocaleString('en')} users, p95`, p95, BUDGET, 'ms')],
  };
};

async function open({ web, log }: Arena, users: number): Promise<Server> {
  log(`overview: a server with ${users.toLocaleString('en')} users …`);
  const product = await ProductServer.start(web, seededUsers(users), users);
  // What happened since one left needs to have been there before.
  await (await product.colleague()).signOut();
  const admin = await product.colleague();
  for (const path of PATHS) await admin.request('GET', path);
  return { users, product, admin, took: { '/overview': [], '/overview/since-you-left': [] } };
}

async function timed(admin: AdminApi, path: Path): Promise<number> {
  const start = performance.now();
  await admin.request('GET', path);
  return performance.now() - start;
}

function line({ users, took }: Server): string[] {
  return [users.toLocaleString('en'), ...PATHS.map((path) => `${quantile(took[path], 0.5).toFixed(1)} / ${quantile(took[path], 0.95).toFixed(1)}`)];
}
