import type { ActivityPage } from '#contract/activity';
import type { ErrorBody } from '#contract/errors';
import { formatPosition, parsePositionHeader, POSITION_HEADER, type ReplayPage, type StreamPosition } from '#contract/stream';
import type { PublicUser, UserAnswer, UsersPage } from '#contract/users';
import { sql } from 'drizzle-orm';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { streamHeads } from '../database/schema';
import { newUser } from '../testing/new-user';
import { TestServer, type Answer } from '../testing/test-server';
import { EventHistory } from './event-history';
import { EventLog } from './event-log';
import { LogRetention } from './log-retention';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('The event log', () => {
  let server: TestServer;
  let token: string;
  beforeAll(async () => {
    server = await TestServer.start();
    token = (await server.signInAdmin()).tokens.accessToken;
  });
  afterAll(() => server.stop());

  function positionOf({ headers }: Answer<unknown>): StreamPosition {
    const position = parsePositionHeader(headers.get(POSITION_HEADER), 'users');
    if (position === undefined) throw new Error('The answer has no position');
    return position;
  }
  const register = () => server.post<UserAnswer>('/users/register', { body: newUser() });
  const list = () => server.get<UsersPage>('/users?limit=200', { token });
  const replay = <TBody = ReplayPage>({ log, seq }: StreamPosition, limit = 500, as = token) =>
    server.get<TBody>(`/events?namespace=users&after=${formatPosition({ log, seq })}&limit=${String(limit)}`, { token: as });
  const rotate = () => server.application.get(Database).transaction((tx) => server.application.get(EventLog).rotate(tx, ['users']));

  /** The rows that a history makes, newest first. */
  function rowsOf(events: ReplayPage['data']): PublicUser[] {
    const rows = new Map<string, PublicUser>();
    for (const { event, payload } of events) {
      const user = payload as PublicUser;
      if (event === 'users.deleted') rows.delete(user.id);
      else rows.set(user.id, user);
    }
    return [...rows.values()].sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id));
  }

  it('numbers concurrent writes without gaps, and tells each its own number', async () => {
    const before = positionOf(await list());
    const answers = await Promise.all(Array.from({ length: 20 }, register));
    const numbers = answers.map(positionOf).map(({ seq }) => seq);
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => before.seq + index + 1));
    const { body } = await replay(before);
    for (const answer of answers) expect(body.data.find(({ seq }) => seq === positionOf(answer).seq)?.payload).toEqual(answer.body.user);
  });

  it('gives snapshots whose rows are exactly what happened up to their position, also under writes', async () => {
    const start = positionOf(await list());
    const snapshots: Answer<UsersPage>[] = [];
    const known = (await list()).body.data;
    const writing = new AbortController();
    const reading = (async () => {
      while (!writing.signal.aborted) snapshots.push(await list());
    })();
    await Promise.all(
      Array.from({ length: 5 }, async () => {
        const { user } = (await register()).body;
        await server.post(`/users/${user.id}/ban`, { token, body: { reason: 'Spam' } });
        await server.post(`/users/${user.id}/unban`, { token });
        await server.request('DELETE', `/users/${user.id}`, { token });
      }),
    );
    writing.abort();
    await reading;
    const { body: history } = await replay(start);
    for (const snapshot of snapshots) {
      const until = positionOf(snapshot).seq;
      const known0 = known.map((payload) => ({ seq: 0, event: 'users.created', payload, at: '' }));
      const expected = rowsOf([...known0, ...history.data.filter(({ seq }) => seq <= until)]);
      expect(snapshot.body.data.map(({ id, isBanned }) => [id, isBanned]).sort()).toEqual(expected.map(({ id, isBanned }) => [id, isBanned]).sort());
      expect(snapshot.body.pagination.total).toBe(expected.length);
    }
    expect(snapshots.length).toBeGreaterThan(0);
  });

  it('writes no event when its change fails', async () => {
    const { user } = (await register()).body;
    const before = positionOf(await list());
    expect((await server.post(`/users/${user.id}/unban`, { token })).status).toBe(409);
    expect(positionOf(await list())).toEqual(before);
  });

  it('replays page by page up to the head', async () => {
    const before = positionOf(await list());
    await register();
    await register();
    await register();
    const first = await replay(before, 2);
    expect(first.body.data.map(({ seq }) => seq)).toEqual([before.seq + 1, before.seq + 2]);
    expect(first.body.pagination).toEqual({ log: before.log, head: before.seq + 3 });
    const rest = await replay({ ...before, seq: before.seq + 3 });
    expect(rest.body).toEqual({ data: [], pagination: { log: before.log, head: before.seq + 3 } });
  });

  it('says who did it, to admins', async () => {
    const before = positionOf(await list());
    const { user } = (await register()).body;
    const admin = await server.signInAdmin();
    await server.request('PATCH', `/users/${user.id}`, { token: admin.tokens.accessToken, body: { fullName: 'Now Three Words' } });
    const { body } = await replay(before);
    expect(body.data.map(({ event, actor }) => [event, actor])).toEqual([
      ['users.created', { kind: 'user', id: user.id, name: user.fullName }],
      ['users.updated', { kind: 'admin', id: admin.user.id, name: admin.user.name }],
    ]);
  });

  it('is closed to those who may not hear the stream', async () => {
    const at = positionOf(await list());
    const { tokens } = await server.newUser();
    expect((await server.get<ErrorBody>(`/events?namespace=users&after=${formatPosition(at)}`)).body.code).toBe('UNAUTHENTICATED');
    expect((await replay<ErrorBody>(at, 10, tokens.accessToken)).body.code).toBe('FORBIDDEN');
    expect((await server.get<ErrorBody>(`/events?namespace=accounts&after=${formatPosition(at)}`, { token })).body.code).toBe('VALIDATION_FAILED');
    expect((await server.get<ErrorBody>(`/events?namespace=site-settings&after=${formatPosition(at)}`)).body.code).toBe('POSITION_EXPIRED');
  });

  it('refuses positions it cannot go on from: unknown, too far, or of another log', async () => {
    const { log, seq } = positionOf(await list());
    const refused = [await replay<ErrorBody>({ log: 'other', seq: 0 }), await replay<ErrorBody>({ log, seq: seq + 1 })];
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
      [410, 'POSITION_EXPIRED'],
      [410, 'POSITION_EXPIRED'],
    ]);
    expect((await server.get<ErrorBody>('/events?namespace=users&after=nonsense', { token })).status).toBe(400);
  });

  it('begins a new history when it is rotated', async () => {
    const before = positionOf(await list());
    await rotate();
    const after = positionOf(await list());
    expect(after.log).not.toBe(before.log);
    expect(after.seq).toBe(0);
    expect((await replay<ErrorBody>(before)).body.code).toBe('POSITION_EXPIRED');
    expect(positionOf(await register())).toEqual({ log: after.log, seq: 1 });
  });

  it('forgets what is older than it keeps, and refuses to replay from there', async () => {
    await rotate();
    const oldest = positionOf(await list());
    await register();
    server.clock.advance(8 * DAY_MS);
    token = (await server.signInAdmin()).tokens.accessToken;
    await register();
    await server.application.get(EventHistory).prune(server.clock.in(-7 * DAY_MS));
    expect((await replay<ErrorBody>(oldest)).body.code).toBe('POSITION_EXPIRED');
    const { body } = await replay({ ...oldest, seq: 1 });
    expect(body.data.map(({ seq }) => seq)).toEqual([2]);
  });

  it('tells people what concerns an account as long as there is the account, and since when', async () => {
    const about = async (id: string) => (await server.get<ActivityPage>(`/activity?subject=${id}`, { token })).body;
    const kinds = async (id: string) => (await about(id)).data.map(({ kind }) => kind);
    const wait = async (days: number) => {
      server.clock.advance(days * DAY_MS);
      token = (await server.signInAdmin()).tokens.accessToken;
      await server.application.get(LogRetention, { strict: false }).prune();
    };
    const [kept, gone] = [(await register()).body.user, (await register()).body.user];
    const oldest = positionOf(await list());
    await server.post(`/users/${kept.id}/ban`, { token, body: { reason: 'Spam' } });
    const { recordBegins } = await about(kept.id);
    await wait(30);
    await register();
    await server.application.get(LogRetention, { strict: false }).prune();
    expect(await kinds(kept.id)).toEqual(['user.banned', 'user.registered']);
    expect((await about(kept.id)).recordBegins).toBe(recordBegins);
    expect(Date.parse(recordBegins ?? '')).toBeLessThanOrEqual(Date.parse(gone.createdAt));
    expect((await replay<ErrorBody>(oldest)).body.code).toBe('POSITION_EXPIRED');

    await server.request('DELETE', `/users/${gone.id}`, { token });
    await wait(6);
    expect(await kinds(gone.id)).toEqual(['user.deleted']);
    await wait(2);
    expect(await kinds(gone.id)).toEqual([]);
    expect(await kinds(kept.id)).toEqual(['user.banned', 'user.registered']);
  });

  it('begins new histories in a database that is not the one that wrote them', async () => {
    const before = positionOf(await list());
    const database = server.application.get(Database);
    await EventLog.open(database, server.application.get(Clock));
    expect(positionOf(await list())).toEqual(before);
    await database.db.update(streamHeads).set({ origin: sql`'another/00000001'` });
    await EventLog.open(database, server.application.get(Clock));
    expect(positionOf(await list()).log).not.toBe(before.log);
  });

  it('tells people who did what to whom, newest first, also when the subject is gone', async () => {
    const { user } = (await register()).body;
    await server.post(`/users/${user.id}/ban`, { token, body: { reason: 'Spam' } });
    await server.request('DELETE', `/users/${user.id}`, { token });
    const { body } = await server.get<ActivityPage>(`/activity?subject=${user.id}`, { token });
    expect(body.data.map(({ kind, note, subject }) => [kind, note, subject])).toEqual([
      ['user.deleted', null, { id: user.id, label: user.fullName }],
      ['user.banned', 'Spam', { id: user.id, label: user.fullName }],
      ['user.registered', null, { id: user.id, label: user.fullName }],
    ]);
    const first = await server.get<ActivityPage>(`/activity?limit=2`, { token });
    const rest = await server.get<ActivityPage>(`/activity?limit=1&after=${first.body.pagination.nextCursor ?? ''}`, { token });
    expect([...first.body.data, ...rest.body.data]).toEqual(body.data);
    expect((await server.get<ActivityPage>('/activity?kind=user.banned', { token })).body.data.every(({ kind }) => kind === 'user.banned')).toBeTrue();
    expect((await server.get('/activity')).status).toBe(401);
  });
});
