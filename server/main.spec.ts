import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import type { AdminLoginAnswer } from '#contract/auth';
import { POSITION_HEADER } from '#contract/stream';
import { ServerProcess } from './testing/server-process';
import { PASSWORD } from './testing/test-server';

// Their database is the embedded one, whichever the suite was given: once is enough.
if (process.env['TEST_DATABASE_URL'] === undefined) describe('The server’s process', suite);

function suite(): void {
  let dataDir: string;
  /** What a first start leaves behind: making it takes longer than all that is asked below. */
  let prepared: string;
  const started: ServerProcess[] = [];
  beforeAll(async () => {
    dataDir = prepared = mkdtempSync(join(tmpdir(), 'moien-'));
    const first = start();
    await first.ready();
    await first.stop();
  });
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'moien-'));
    cpSync(prepared, dataDir, { recursive: true });
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((server) => server.stop('SIGKILL')));
    rmSync(dataDir, { recursive: true });
  });
  afterAll(() => rmSync(prepared, { recursive: true }));

  function start(environment: NodeJS.ProcessEnv = {}): ServerProcess {
    const server = new ServerProcess({
      PORT: '0',
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      ADMIN_EMAIL: 'admin@moien.lu',
      ADMIN_PASSWORD: PASSWORD,
      LOG_LEVEL: 'error',
      ...environment,
    });
    started.push(server);
    return server;
  }

  /** @returns what it says when it does not start. */
  async function refusal(server: ServerProcess): Promise<string> {
    await expectAsync(server.ready()).toBeRejected();
    expect(await server.ended()).toBe(1);
    return server.errors.trim();
  }

  async function historyOf(url: string): Promise<string | undefined> {
    const body = JSON.stringify({ email: 'admin@moien.lu', password: PASSWORD });
    const login = await fetch(`${url}/api/v1/auth/admin/login`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    const { tokens } = (await login.json()) as AdminLoginAnswer;
    const list = await fetch(`${url}/api/v1/users`, { headers: { Authorization: `Bearer ${tokens.accessToken}` } });
    return list.headers.get(POSITION_HEADER)?.split(':')[0];
  }

  it('ends cleanly when asked to, and goes on with the same history', async () => {
    const first = start();
    const history = await historyOf(await first.ready());
    expect(await first.stop('SIGINT')).toBe(0);
    const second = start();
    expect(await historyOf(await second.ready())).toBe(history);
    expect([first.errors, second.errors]).toEqual(['', '']);
  });

  it('answers what is under way when it is to end, and ends with that', async () => {
    const server = start();
    const url = await server.ready();
    const body = JSON.stringify({ email: 'admin@moien.lu', password: PASSWORD });
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
    const agent = new Agent({ keepAlive: true });
    const sending = request(`${url}/api/v1/auth/admin/login`, { method: 'POST', agent, headers });
    const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
    sending.write(body.slice(0, 10));
    await historyOf(url);
    const end = server.stop('SIGTERM');
    const isOpen = () =>
      fetch(url).then(
        () => true,
        () => false,
      );
    while (await isOpen()) await setImmediate();
    sending.end(body.slice(10));
    const [answer] = await answered;
    expect((JSON.parse(await text(answer)) as AdminLoginAnswer).user.email).toBe('admin@moien.lu');
    // The client would keep the connection for its next request.
    expect(await end).toBe(0);
    agent.destroy();
  });

  it('begins a new history after it was killed', async () => {
    const first = start();
    const history = await historyOf(await first.ready());
    await first.stop('SIGKILL');
    expect(await historyOf(await start().ready())).not.toBe(history);
  });

  it('can be reached by both addresses of localhost', async () => {
    const { port } = new URL(await start().ready());
    for (const host of ['127.0.0.1', '[::1]', 'localhost']) expect((await fetch(`http://${host}:${port}/api/v1/health`)).status).toBe(200);
  });

  it('says in one line that its data folder is in use', async () => {
    await start().ready();
    expect(await refusal(start())).toMatch(/^The data folder \S+ is in use by process \d+\. .+$/u);
  });

  it('says in one line that its data folder is broken', async () => {
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '9');
    expect(await refusal(start())).toMatch(/^The database in \S+ cannot be opened .+$/u);
  });

  it('says in one line that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await refusal(start({ PORT: String(port) }))).toBe(`Port ${String(port)} is in use. Stop what listens there, or choose another with PORT.`);
    other.close();
  });

  it('says in one line that its database cannot be reached', async () => {
    expect(await refusal(start({ DATABASE_URL: 'postgres://127.0.0.1:1/none' }))).toMatch(/^The database of DATABASE_URL cannot be used: .+$/u);
  });

  it('says a line for each setting that makes no sense', async () => {
    expect((await refusal(start({ PORT: 'x', LOG_LEVEL: 'loud' }))).split('\n').length).toBe(2);
  });
}
