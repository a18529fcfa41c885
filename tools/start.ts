// `npm start`: the server with its embedded database, and the built client, until Ctrl-C or until one of them ends.
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { ensureClientBuilt } from './client/build';
import { startService, type Service, type ServiceOptions } from './service';

const SERVER_PORT = 3000;
const CLIENT_PORT = 4200;
const dataDir = process.env['DATA_DIR'] ?? '.data';
const services: Service[] = [];
const interrupted = new Promise<undefined>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      resolve(undefined);
    });
  }
});

try {
  for (const port of [SERVER_PORT, CLIENT_PORT])
    if (await isInUse(port)) throw new Error(`Port ${String(port)} is in use: end what runs there and start again.`);
  ensureClientBuilt();
  const reason = await Promise.race([interrupted, run()]);
  if (reason !== undefined) throw new Error(reason);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
await Promise.all(services.map((service) => service.stop()));

/** @returns why one of the two ended. */
async function run(): Promise<string> {
  const env = { PORT: String(SERVER_PORT), DATA_DIR: dataDir, SEED_USERS: process.env['SEED_USERS'] ?? '5000' };
  await start({ name: 'server', script: 'server/main.ts', env, url: `http://localhost:${String(SERVER_PORT)}/api/v1/health` });
  await start({
    name: 'client web server',
    script: 'tools/serve-client.ts',
    env: { PORT: String(CLIENT_PORT) },
    url: `http://localhost:${String(CLIENT_PORT)}`,
  });
  console.log(greeting());
  return Promise.race(services.map((service) => service.ended));
}

async function start(options: ServiceOptions): Promise<void> {
  const service = startService(options);
  services.push(service);
  await service.ready;
}

function greeting(): string {
  const email = process.env['ADMIN_EMAIL'] ?? 'admin@moien.lu';
  return `
  Moien Admin   http://localhost:${String(CLIENT_PORT)}
  Sign in as    ${email}, or second@moien.lu to be two admins at once
  Password      ${password()}
  Watch it move npm run traffic -- --rate 20
  Ctrl-C ends both.
`;
}

/** The generated one, where there is one; the server keeps it beside its database, readable by its owner alone. */
function password(): string {
  const generated = join(dataDir, 'admin-password');
  if (existsSync(generated)) return readFileSync(generated, 'utf8').trim();
  return process.env['ADMIN_PASSWORD'] === undefined ? 'the ADMIN_PASSWORD of the first start' : 'as set in ADMIN_PASSWORD';
}

/** Whether anything answers on a port of this machine, at either loopback address. */
function isInUse(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: 'localhost', autoSelectFamily: true });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}
