import { Logger } from '@nestjs/common';
import type { SessionEnded } from '#contract/auth';
import { NAMESPACES } from '#contract/events';
import { formatPosition, type EventMeta, type StreamBatch } from '#contract/stream';
import { STREAMS } from '#contract/streams';
import type { AccountBanned, PublicUser, UserAnswer } from '#contract/users';
import { io, type Socket } from 'socket.io-client';
import { Database } from '../database/database';
import { newUser } from '../testing/new-user';
import { connected, disconnected, next, refused } from '../testing/socket-states';
import { TestServer } from '../testing/test-server';
import { EventLog } from './event-log';
import { SocketAuthenticator } from './socket-authenticator';

describe('A namespace', () => {
  let server: TestServer;
  let token: string;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  beforeEach(async () => {
    token = (await server.signInAdmin()).tokens.accessToken;
  });
  afterAll(() => server.stop());

  const register = async (): Promise<PublicUser> => (await server.post<UserAnswer>('/users/register', { body: newUser() })).body.user;
  const ban = (id: string) => server.post(`/users/${id}/ban`, { token, body: { reason: 'Spam' } });

  /** Everything a socket hears from now on. */
  function heard(socket: Socket): unknown[][] {
    const events: unknown[][] = [];
    socket.onAny((...event: unknown[]) => events.push(event));
    return events;
  }

  it('lets a plain client connect anywhere, and tells it nothing of anyone', async () => {
    const sockets = NAMESPACES.map((namespace) => io(server.url + namespace, { transports: ['websocket'], forceNew: true, reconnection: false }));
    const events = sockets.map(heard);
    const witness = server.connect('/users', { token });
    await Promise.all([...sockets, witness].map(connected));
    const told = next(witness, 'users.updated');
    await ban((await register()).id);
    await told;
    expect(events).toEqual(NAMESPACES.map(() => []));
    for (const socket of sockets) socket.disconnect();
  });

  it('tells a user nothing of others', async () => {
    const { tokens } = await server.newUser();
    const user = server.connect('/users', { token: tokens.accessToken });
    const witness = server.connect('/users', { token });
    await Promise.all([connected(user), connected(witness)]);
    const events = heard(user);
    const told = next(witness, 'users.created');
    await register();
    await told;
    expect(events).toEqual([]);
  });

  it('is heard by its audience only, as its replay is read', async () => {
    const audiences = { users: ['admin'], 'partner-places': ['admin'], 'site-settings': ['anonymous', 'user', 'admin'] };
    expect(Object.keys(audiences).sort()).toEqual([...STREAMS].sort());
    const readers = { anonymous: undefined, user: (await server.newUser()).tokens.accessToken, admin: token };
    for (const stream of STREAMS) {
      const sockets = Object.entries(readers).map(([kind, accessToken]) => {
        const socket = server.connect(`/${stream}`, { batch: 1, ...(accessToken !== undefined && { token: accessToken }) });
        return { kind, accessToken, socket, events: heard(socket), greeting: next<StreamBatch>(socket, 'stream') };
      });
      await Promise.all(sockets.map(({ socket }) => connected(socket)));
      await Promise.all(sockets.filter(({ kind }) => audiences[stream].includes(kind)).map(({ greeting }) => greeting));
      // The new log is told at once to everybody who listens.
      const witness = server.connect(`/${stream}`, { token, batch: 1 });
      await next(witness, 'stream');
      const told = next<StreamBatch>(witness, 'stream');
      await server.application.get(Database).transaction((tx) => server.application.get(EventLog).rotate(tx, [stream]));
      const after = formatPosition({ log: (await told).log, seq: 0 });
      expect(sockets.filter(({ events }) => events.length > 0).map(({ kind }) => kind)).toEqual(audiences[stream]);
      for (const { kind, accessToken } of sockets) {
        const { status } = await server.get(`/events?namespace=${stream}&after=${after}`, accessToken === undefined ? {} : { token: accessToken });
        expect([kind, status === 200]).toEqual([kind, audiences[stream].includes(kind)]);
      }
    }
  });

  it('gives an admin single events, with their place in the history beside the payload', async () => {
    const socket = server.connect('/users', { token });
    await connected(socket);
    const told = new Promise<[PublicUser, EventMeta]>((resolve) => socket.once('users.created', (...event: [PublicUser, EventMeta]) => resolve(event)));
    const user = await register();
    const [payload, meta] = await told;
    expect(payload).toEqual(user);
    expect(meta).toEqual({ log: jasmine.any(String), seq: jasmine.any(Number), at: jasmine.any(String) });
  });

  it('greets whoever asks for batches, and goes on from there without a gap', async () => {
    const socket = server.connect('/users', { token, batch: 1 });
    const batches: StreamBatch[] = [];
    const complete = new Promise<void>((resolve) => {
      socket.on('stream', (batch: StreamBatch) => {
        batches.push(batch);
        if (batches.flatMap(({ events }) => events).length >= 30) resolve();
      });
    });
    const singles = heard(socket);
    await next(socket, 'stream');
    expect(batches[0]?.events).toEqual([]);
    await Promise.all(Array.from({ length: 30 }, register));
    await complete;
    const head = batches[0]?.head ?? NaN;
    const events = batches.flatMap((batch) => batch.events);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, index) => head + index + 1));
    for (const batch of batches.slice(1)) expect(batch.head).toBe(batch.events.at(-1)?.seq ?? batch.head);
    expect(new Set(singles.map(([event]) => event))).toEqual(new Set(['stream']));
  });

  it('greets at once with the new log when a history ends', async () => {
    const socket = server.connect('/users', { token, batch: 1 });
    const before = await next<StreamBatch>(socket, 'stream');
    const told = next<StreamBatch>(socket, 'stream');
    await server.application.get(Database).transaction((tx) => server.application.get(EventLog).rotate(tx, ['users']));
    const after = await told;
    expect(after.log).not.toBe(before.log);
    expect([after.head, after.events]).toEqual([0, []]);
  });

  it('tells a banned account in every namespace, and ends all its sockets on every connection', async () => {
    const { user, tokens } = await server.newUser();
    const sockets = NAMESPACES.map((namespace) => server.connect(namespace, { token: tokens.accessToken }));
    await Promise.all(sockets.map(connected));
    const told = sockets.map((socket) => next<AccountBanned>(socket, 'account.banned'));
    await ban(user.id);
    for (const event of await Promise.all(told)) expect(event).toEqual({ kind: 'banned', message: 'Spam', at: jasmine.any(String) });
    await Promise.all(sockets.map(disconnected));
    expect(await refused(server.connect('/users', { token: tokens.accessToken }))).toBe('ACCOUNT_BANNED');
  });

  it('tells a deleted account, and no one else', async () => {
    const [gone, other] = [await server.newUser(), await server.newUser()];
    const [socket, bystander] = [server.connect('/users', { token: gone.tokens.accessToken }), server.connect('/users', { token: other.tokens.accessToken })];
    await Promise.all([connected(socket), connected(bystander)]);
    const events = heard(bystander);
    const told = next<AccountBanned>(socket, 'account.banned');
    await server.request('DELETE', `/users/${gone.user.id}`, { token });
    expect((await told).kind).toBe('deleted');
    await disconnected(socket);
    expect([events, bystander.connected]).toEqual([[], true]);
  });

  it('ends a socket whose account is banned between its authentication and its admission', async () => {
    const { user, tokens } = await server.newUser();
    const authenticator = server.application.get(SocketAuthenticator, { strict: false });
    const authenticate = authenticator.authenticate.bind(authenticator);
    spyOn(authenticator, 'authenticate').and.callFake(async (given) => {
      const identity = await authenticate(given);
      await ban(user.id);
      return identity;
    });
    const socket = server.connect('/users', { token: tokens.accessToken });
    await connected(socket);
    await disconnected(socket);
    expect(socket.connected).toBeFalse();
  });

  it('ends a socket whose account is banned just after the last look', async () => {
    const { user, tokens } = await server.newUser();
    const authenticator = server.application.get(SocketAuthenticator, { strict: false });
    const stillAllowed = authenticator.stillAllowed.bind(authenticator);
    spyOn(authenticator, 'stillAllowed').and.callFake(async (identity) => {
      const allowed = await stillAllowed(identity);
      await ban(user.id);
      return allowed;
    });
    const socket = server.connect('/users', { token: tokens.accessToken });
    const told = next<AccountBanned>(socket, 'account.banned');
    expect((await told).kind).toBe('banned');
    await disconnected(socket);
  });

  it('cuts the connection, and refuses nobody, when it cannot tell who is calling', async () => {
    spyOn(server.application.get(SocketAuthenticator, { strict: false }), 'authenticate').and.rejectWith(new Error('The database is away'));
    const logged = spyOn(Logger.prototype, 'error');
    const socket = server.connect('/users', { token });
    const refusals = heard(socket);
    socket.on('connect_error', (error) => refusals.push([error]));
    const manager = socket.io;
    await new Promise((resolve) => manager.once('close', resolve));
    expect(refusals).toEqual([]);
    expect(logged).toHaveBeenCalledTimes(1);
  });

  it('ends a socket when its session runs out, and says so', async () => {
    const { tokens } = await server.newUser();
    const authenticator = server.application.get(SocketAuthenticator, { strict: false });
    const authenticate = authenticator.authenticate.bind(authenticator);
    spyOn(authenticator, 'authenticate').and.callFake(async (given) => ({ ...(await authenticate(given)), sessionEndsAt: server.clock.now() }));
    spyOn(authenticator, 'stillAllowed').and.returnValues(Promise.resolve(true), Promise.resolve(false));
    const socket = server.connect('/notifications', { token: tokens.accessToken });
    expect((await next<SessionEnded>(socket, 'session.ended')).reason).toBe('expired');
    await disconnected(socket);
  });

  it('refuses a token that is wrong', async () => {
    expect(await refused(server.connect('/users', { token: 'nonsense' }))).toBe('UNAUTHENTICATED');
    expect(await refused(server.connect('/users', { token: 1 as unknown as string }))).toBe('UNAUTHENTICATED');
  });

  it('lets no page of another origin connect', async () => {
    const from = (origin: string) => io(`${server.url}/users`, { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { origin } });
    const [ours, foreign, alike] = [from('http://localhost:4200'), from('http://evil.example'), from('http://localhost:4200.evil.example')];
    const outcomes = await Promise.allSettled([ours, foreign, alike].map(connected));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    for (const socket of [ours, foreign, alike]) socket.disconnect();
  });

  it('speaks WebSocket only', async () => {
    const socket = io(`${server.url}/users`, { transports: ['polling'], forceNew: true, reconnection: false });
    await expectAsync(connected(socket)).toBeRejected();
    socket.disconnect();
  });

  it('relays nothing that a client sends', async () => {
    const [talker, listener] = [server.connect('/users', { token }), server.connect('/users', { token })];
    await Promise.all([connected(talker), connected(listener)]);
    const events = heard(listener);
    const told = next(listener, 'users.updated');
    talker.emit('users.deleted', { id: 'x' });
    talker.emit('stream', {});
    const user = await register();
    await server.request('PATCH', `/users/${user.id}`, { token, body: { fullName: 'Other Three Words' } });
    await told;
    expect(events.map(([event]) => event)).toEqual(['users.created', 'users.updated']);
    expect(talker.connected).toBeTrue();
  });
});
