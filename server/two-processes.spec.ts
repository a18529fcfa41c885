import type { AdminLoginAnswer, UserLoginAnswer } from '#contract/auth';
import type { NAMESPACES } from '#contract/events';
import type { Notification } from '#contract/notifications';
import type { PartnerRequestCreated } from '#contract/partner-changes';
import { formatPosition, type ReplayPage, type StreamBatch } from '#contract/stream';
import type { AccountBanned, PublicUser, UserAnswer, UsersPage } from '#contract/users';
import pg from 'pg';
import { io, type Socket } from 'socket.io-client';
import { newPartner } from './testing/new-partner';
import { newUser } from './testing/new-user';
import { ServerProcess } from './testing/server-process';
import { connected, disconnected, next } from './testing/socket-states';
import { createTestDatabase, type TestDatabase } from './testing/test-database';
import { PASSWORD } from './testing/test-server';

// The embedded database belongs to one process: these run where the suite was given a PostgreSQL.
const postgres = process.env['TEST_DATABASE_URL'];
if (postgres !== undefined) describe('Two server processes on one PostgreSQL', suite);

function suite(): void {
  const sockets: Socket[] = [];
  let database: TestDatabase;
  let servers: ServerProcess[] = [];
  let here: string;
  let there: string;
  let token: string | undefined;

  beforeAll(async () => {
    database = await createTestDatabase();
    const env = { PORT: '0', DATABASE_URL: database.url, ADMIN_EMAIL: 'admin@moien.lu', ADMIN_PASSWORD: PASSWORD, LOG_LEVEL: 'error' };
    servers = [new ServerProcess(env), new ServerProcess(env)];
    [here, there] = (await Promise.all(servers.map((server) => server.ready()))) as [string, string];
    token = (await post<AdminLoginAnswer>(here, '/auth/admin/login', { email: 'admin@moien.lu', password: PASSWORD })).tokens.accessToken;
  });
  afterAll(async () => {
    for (const socket of sockets) socket.disconnect();
    await Promise.all(servers.map((server) => server.stop()));
    await database.drop();
  });

  async function ask<TBody>(server: string, method: string, path: string, body?: unknown): Promise<TBody> {
    const headers = { 'Content-Type': 'application/json', ...(token !== undefined && { Authorization: `Bearer ${token}` }) };
    const answer = await fetch(`${server}/api/v1${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    return (await answer.json()) as TBody;
  }
  const post = <TBody>(server: string, path: string, body: unknown = {}): Promise<TBody> => ask(server, 'POST', path, body);
  const register = async (server: string): Promise<PublicUser> => (await post<UserAnswer>(server, '/users/register', newUser())).user;

  function connect(server: string, auth: object, namespace: (typeof NAMESPACES)[number] = '/users'): Socket {
    const socket = io(server + namespace, { transports: ['websocket'], forceNew: true, reconnection: false, auth });
    sockets.push(socket);
    return socket;
  }

  /** What a socket hears from its greeting on. */
  async function follow(server: string) {
    const socket = connect(server, { token, batch: 1 });
    const events: StreamBatch['events'] = [];
    const greeting = await next<StreamBatch>(socket, 'stream');
    socket.on('stream', (batch: StreamBatch) => events.push(...batch.events));
    /** @returns the events from its greeting up to a number, once they are there. */
    const until = async (seq: number) => {
      while ((events.at(-1)?.seq ?? greeting.head) < seq) await next(socket, 'stream');
      return events.filter((event) => event.seq <= seq);
    };
    return { greeting, until };
  }

  /** @returns where the history of users stands. */
  async function head({ log, head: after }: StreamBatch): Promise<number> {
    return (await ask<ReplayPage>(here, 'GET', `/events?namespace=users&after=${formatPosition({ log, seq: after })}`)).pagination.head;
  }

  it('tell the same history in the same order, whichever of them wrote', async () => {
    const [atOne, atOther] = await Promise.all([follow(here), follow(there)]);
    await Promise.all(Array.from({ length: 40 }, (_, n) => register(n % 2 === 0 ? here : there)));
    const last = await head(atOne.greeting);
    const [one, other] = await Promise.all([atOne.until(last), atOther.until(last)]);
    // One of them may have been behind when it greeted: the end is what they have in common.
    expect(one.slice(-40)).toEqual(other.slice(-40));
    for (const { greeting, events } of [
      { ...atOne, events: one },
      { ...atOther, events: other },
    ]) {
      expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: last - greeting.head }, (_, n) => greeting.head + n + 1));
    }
    const [listed, listedThere] = [await ask<UsersPage>(here, 'GET', '/users?limit=200'), await ask<UsersPage>(there, 'GET', '/users?limit=200')];
    expect(listedThere).toEqual(listed);
    expect(listed.pagination.total).toBe(listed.data.length);
  });

  it('end the sockets of an account at one when it is banned at the other', async () => {
    const user = newUser();
    await post(here, '/users/register', user);
    const signedIn = await post<UserLoginAnswer>(there, '/auth/user/login', { email: user.email, password: user.password });
    const socket = connect(there, { token: signedIn.tokens.accessToken });
    await connected(socket);
    const told = next<AccountBanned>(socket, 'account.banned');
    await post(here, `/users/${signedIn.user.id}/ban`, { reason: 'Spam' });
    expect((await told).message).toBe('Spam');
    await disconnected(socket);
  });

  it('tell an admin’s screens at one what happened at the other, and no other admin’s', async () => {
    const colleague = new FormData();
    for (const [name, value] of Object.entries({ name: 'A Colleague', email: 'colleague@moien.lu', password: PASSWORD })) colleague.set(name, value);
    await fetch(`${here}/api/v1/admin-staff`, { method: 'POST', headers: { Authorization: `Bearer ${token ?? ''}` }, body: colleague });
    const { tokens } = await post<AdminLoginAnswer>(there, '/auth/admin/login', { email: 'colleague@moien.lu', password: PASSWORD });
    const [mine, theirs] = [connect(there, { token }, '/notifications'), connect(there, { token: tokens.accessToken }, '/notifications')];
    await Promise.all([mine, theirs].map(connected));
    const heard: string[] = [];
    theirs.onAny((event: string) => heard.push(event));
    const created = [mine, theirs].map((socket) => next<Notification>(socket, 'notifications.created'));
    const { request } = await post<PartnerRequestCreated>(here, '/partner-places/requests', newPartner());
    const [one, other] = (await Promise.all(created)) as [Notification, Notification];
    expect([one.data['requestId'], other.data['requestId'], one.userId === other.userId]).toEqual([request.id, request.id, false]);
    const read = next(mine, 'notifications.readAll');
    await post(here, '/notifications/read-all');
    await read;
    const again = next(theirs, 'notifications.created');
    await post(here, '/partner-places/requests', newPartner());
    await again;
    expect(heard).toEqual(['notifications.created', 'notifications.created']);
  });

  it('go on after every connection to the database was cut', async () => {
    const following = await follow(there);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'moien%' AND datname = current_database()`);
    await client.end();
    const users = [await register(here), await register(here)];
    const heard = await following.until(await head(following.greeting));
    expect(heard.slice(-2).map(({ payload }) => (payload as PublicUser).id)).toEqual(users.map(({ id }) => id));
  });
}
