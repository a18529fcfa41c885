import type { ErrorBody } from '#contract/errors';
import { POSITION_HEADER } from '#contract/stream';
import { userTag, type UserDecision } from '#contract/user-tag';
import { UNDO_MAIL_DELAY_MS } from '#contract/undo';
import { PublicUserPayload, UserDetail, type PublicUser, type UserAnswer, type UsersPage, type UsersSummary } from '#contract/users';
import * as v from 'valibot';
import { OutboxWorker } from '../mail/outbox-worker';
import { newUser } from '../testing/new-user';
import { PASSWORD, TestServer } from '../testing/test-server';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

describe('Users over REST', () => {
  let server: TestServer;
  let token: string;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  beforeEach(async () => {
    token = (await server.signInAdmin()).tokens.accessToken;
  });
  afterAll(() => server.stop());

  const register = <TBody = UserAnswer>(own: Parameters<typeof newUser>[0] = {}) => server.post<TBody>('/users/register', { body: newUser(own) });
  const registered = async () => (await register()).body.user;
  const ban = (id: string, reason = 'Spam') => server.post<UserAnswer & ErrorBody>(`/users/${id}/ban`, { token, body: { reason } });
  const unban = (id: string) => server.post<UserAnswer & ErrorBody>(`/users/${id}/unban`, { token });
  const rename = (id: string, fullName: string, as = token) =>
    server.request<UserAnswer & ErrorBody>('PATCH', `/users/${id}`, { token: as, body: { fullName } });
  const list = (query = '') => server.get<UsersPage & ErrorBody>(`/users${query}`, { token });

  describe('registering', () => {
    it('answers 201 with the user as everyone sees it', async () => {
      const { password, ...given } = newUser();
      const { status, headers, body } = await server.post<UserAnswer>('/users/register', { body: { ...given, password } });
      expect(status).toBe(201);
      expect(v.parse(PublicUserPayload, body.user)).toEqual(body.user);
      expect(body.user).toEqual(jasmine.objectContaining({ ...given, isBanned: false, emailVerified: false, phoneVerified: false, photoUrl: null }));
      expect(headers.get(POSITION_HEADER)).toMatch(/^users=[\w-]+:\d+$/u);
    });

    it('wants three words for a name, and says of each field what is wrong', async () => {
      const { status, body } = await register<ErrorBody>({ fullName: 'Only Two', email: 'nonsense', phone: '621', password: 'short' });
      expect([status, body.code]).toEqual([400, 'VALIDATION_FAILED']);
      expect(body.details?.map(({ field, code }) => [field, code])).toEqual([
        ['fullName', 'words'],
        ['phone', 'e164'],
        ['email', 'email'],
        ['password', 'min_length'],
      ]);
    });

    it('takes an e-mail and a phone number once only', async () => {
      const { email, phone } = await registered();
      const sameEmail = await register<ErrorBody>({ email: email.toUpperCase() });
      expect([sameEmail.status, sameEmail.body.code, sameEmail.body.details?.[0]?.field]).toEqual([409, 'EMAIL_TAKEN', 'email']);
      const samePhone = await register<ErrorBody>({ phone });
      expect([samePhone.status, samePhone.body.code, samePhone.body.details?.[0]?.field]).toEqual([409, 'PHONE_TAKEN', 'phone']);
    });

    it('keeps one of two who register with the same e-mail at once', async () => {
      const { email } = newUser();
      const answers = await Promise.all(Array.from({ length: 4 }, () => register({ email })));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    });

    it('survives the longest and the strangest names', async () => {
      for (const fullName of [`${'ﷺ'.repeat(66)} ${'ﷺ'.repeat(66)} ${'ﷺ'.repeat(66)}`, '__proto__ constructor toString', 'O\'Brien \\ % _ " \u200frtl']) {
        const { status, body } = await register({ fullName });
        expect(status).toBe(201);
        const found = await list(`?sort=fullName&q=${encodeURIComponent(body.user.fullName)}`);
        expect(found.body.data).toContain(body.user);
      }
      let cursor: string | null | undefined;
      while (cursor !== null) {
        const { status, body } = await list(`?sort=fullName&limit=1${cursor === undefined ? '' : `&cursor=${cursor}`}`);
        expect(status).toBe(200);
        cursor = body.pagination.nextCursor;
      }
    });
  });

  describe('the list', () => {
    it('is newest first, and goes on after a row that is gone', async () => {
      const made = [];
      for (let n = 0; n < 4; n++) {
        server.clock.advance(10);
        made.unshift((await registered()).id);
      }
      const first = await list('?limit=2');
      expect(first.body.data.map(({ id }) => id)).toEqual(made.slice(0, 2));
      await server.request('DELETE', `/users/${String(made[1])}`, { token });
      const second = await list(`?limit=2&cursor=${first.body.pagination.nextCursor ?? ''}`);
      expect(second.body.data.map(({ id }) => id)).toEqual(made.slice(2));
    });

    it('refuses cursors that are not its own', async () => {
      await registered();
      await registered();
      const { nextCursor } = (await list('?limit=1&sort=email&dir=asc')).body.pagination;
      const forged = (cursor: unknown) => Buffer.from(JSON.stringify(cursor)).toString('base64url');
      for (const cursor of [
        nextCursor ?? '',
        'nonsense',
        '',
        forged(['createdAt', 'desc', 'yesterday', UNKNOWN]),
        forged(['createdAt', 'desc', '2026-01-01T00:00:00.000Z', "'; DROP TABLE users"]),
        forged(null),
      ]) {
        const { status, body } = await list(`?cursor=${cursor}`);
        expect([status, body.code]).toEqual([400, 'CURSOR_INVALID']);
      }
    });

    it('refuses queries that make no sense', async () => {
      for (const query of [
        'limit=0',
        'limit=201',
        'limit=x',
        'sort=password',
        'dir=up',
        'status=gone',
        'country=Luxembourg',
        'country=',
        'country=LU,',
        `q=${'a'.repeat(1001)}`,
        'q=a&q=b',
      ]) {
        const { status, body } = await list(`?${query}`);
        expect([query, status, body.details?.[0]?.field.split('.')[0]]).toEqual([query, 400, query.split('=')[0]]);
      }
    });

    it('takes every country that there is at once', async () => {
      const { id } = await registered();
      const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
      const others = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => code !== 'LU');
      expect((await list(`?country=${others.join(',')}&limit=200`)).body.data).toEqual([]);
      expect((await list(`?country=${[...others, 'LU'].join(',')}&limit=200`)).body.data.map((user) => user.id)).toContain(id);
    });

    it('is for admins', async () => {
      const { tokens } = await server.newUser();
      expect((await server.get<ErrorBody>('/users')).body.code).toBe('UNAUTHENTICATED');
      expect((await server.get<ErrorBody>('/users', { token: tokens.accessToken })).body.code).toBe('FORBIDDEN');
    });

    it('agrees with the summary after every kind of change', async () => {
      const [one, two] = [await registered(), await registered()];
      await ban(one.id);
      await server.request('DELETE', `/users/${two.id}`, { token });
      const { body: summary } = await server.get<UsersSummary>('/users/summary', { token });
      const count = async (query: string) => (await list(query)).body.pagination.total;
      expect(summary.total).toBe((await list('?limit=200')).body.data.length);
      expect([summary.total, summary.banned, summary.active]).toEqual([await count(''), await count('?status=banned'), await count('?status=active')]);
      expect(summary.byCountry.find(({ countryCode }) => countryCode === 'LU')).toEqual({
        countryCode: 'LU',
        countryName: 'Luxembourg',
        total: await count('?country=LU'),
      });
    });
  });

  it('shows admins one user with the ban’s reason', async () => {
    const { id } = await registered();
    await ban(id, 'Chargebacks');
    const { status, headers, body } = await server.get(`/users/${id}`, { token });
    expect(status).toBe(200);
    expect(v.parse(UserDetail, body).data).toEqual(jasmine.objectContaining({ id, isBanned: true, banReason: 'Chargebacks' }));
    expect(headers.get(POSITION_HEADER)).toMatch(/^users=/u);
  });

  it('lets admins and the user itself rename, and nobody else', async () => {
    const { user, tokens } = await server.newUser();
    expect((await rename(user.id, '  Now   Three Words ')).body.user.fullName).toBe('Now Three Words');
    expect((await rename(user.id, 'By Its Owner', tokens.accessToken)).body.user.fullName).toBe('By Its Owner');
    const other = await server.newUser();
    expect((await rename(user.id, 'By A Stranger', other.tokens.accessToken)).body.code).toBe('FORBIDDEN');
    expect((await rename(user.id, 'Two Words')).body.details?.[0]?.code).toBe('words');
  });

  it('bans once, and lifts a ban once', async () => {
    const { id } = await registered();
    const banned = await ban(id);
    expect(banned.body.user).toEqual(jasmine.objectContaining({ isBanned: true, bannedAt: server.clock.now().toISOString() }));
    expect([(await ban(id)).status, (await ban(id)).body.code]).toEqual([409, 'ALREADY_BANNED']);
    expect((await unban(id)).body.user).toEqual(jasmine.objectContaining({ isBanned: false, bannedAt: null }));
    expect([(await unban(id)).status, (await unban(id)).body.code]).toEqual([409, 'NOT_BANNED']);
    expect((await ban(id, '')).body.details?.[0]?.field).toBe('reason');
  });

  it('tells whoever lifts a ban why it was, so that they can take that back', async () => {
    const { id } = await registered();
    await ban(id, 'Chargebacks');
    expect((await unban(id)).body.banReason).toBe('Chargebacks');
  });

  describe('of whom the caller says what they saw', () => {
    const decide = async (user: PublicUser, decision: UserDecision) => {
      const asking = { token, headers: { 'If-Match': userTag(user, decision) } };
      if (decision === 'delete') return server.request<Partial<UserAnswer> & ErrorBody>('DELETE', `/users/${user.id}`, asking);
      if (decision === 'rename')
        return server.request<Partial<UserAnswer> & ErrorBody>('PATCH', `/users/${user.id}`, { ...asking, body: { fullName: 'Yet Another Name' } });
      return server.post<Partial<UserAnswer> & ErrorBody>(`/users/${user.id}/${decision}`, { ...asking, body: decision === 'ban' ? { reason: 'Spam' } : {} });
    };

    it('are changed as long as that is still so, whatever else changed meanwhile', async () => {
      const user = await registered();
      const banned = (await ban(user.id)).body.user;
      expect((await decide(user, 'rename')).status).toBe(200);
      expect((await decide(banned, 'unban')).status).toBe(200);
    });

    for (const decision of ['rename', 'ban', 'unban', 'delete'] as const)
      it(`are left as they are (${decision}) once it is not so any more, and shown as they are now`, async () => {
        const seen = await registered();
        const now = decision === 'unban' ? (await ban(seen.id)).body.user : (await rename(seen.id, 'Renamed By Another')).body.user;
        const { status, body } = await decide(seen, decision);
        expect([status, body.code, body.current]).toEqual([409, 'STALE', now]);
        expect((await list(`?q=${seen.email}`)).body.data).toEqual([now]);
      });

    it('are renamed by one of two who do so at the same moment', async () => {
      const user = await registered();
      const answers = await Promise.all([decide(user, 'rename'), decide(user, 'rename'), decide(user, 'rename')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    });
  });

  it('sends the reason for a ban some time after it, if it still stands', async () => {
    const [kept, lifted] = [await registered(), await registered()];
    await ban(kept.id, 'Chargebacks');
    await ban(lifted.id, 'A mistake');
    expect((await unban(lifted.id)).body.mailTakenBack).toBeTrue();
    server.clock.advance(UNDO_MAIL_DELAY_MS);
    await server.application.get(OutboxWorker).sendDue();
    const told = server.mailer.sent.filter(({ recipient }) => [kept.email, lifted.email].includes(recipient));
    expect(told.map(({ recipient, body }) => [recipient, body.includes('Chargebacks')])).toEqual([[kept.email, true]]);
    expect((await unban(kept.id)).body.mailTakenBack).toBeFalse();
  });

  it('refuses every request of an account from its ban on', async () => {
    const { user, tokens } = await server.newUser();
    await ban(user.id);
    const { status, body } = await rename(user.id, 'Still Here Somehow', tokens.accessToken);
    expect([status, body.code]).toEqual([401, 'ACCOUNT_BANNED']);
  });

  it('deletes for an admin, and for the owner by the password', async () => {
    const [one, two] = [await server.newUser(), await server.newUser()];
    expect((await server.request('DELETE', `/users/${one.user.id}`, { token })).body).toEqual({ ok: true });
    const own = (password: string) => server.post<ErrorBody>(`/users/${two.user.id}/delete`, { token: two.tokens.accessToken, body: { password } });
    expect([(await own('not the password')).status, (await own('not the password')).body.code]).toEqual([401, 'WRONG_PASSWORD']);
    expect((await own(PASSWORD)).body as unknown).toEqual({ ok: true });
    for (const { user } of [one, two]) expect((await server.get(`/users/${user.id}`, { token })).status).toBe(404);
  });

  it('answers 404 for unknown users and for what is no id', async () => {
    for (const id of [UNKNOWN, 'nonsense', '1 OR 1=1']) {
      const answers = [await server.get(`/users/${encodeURIComponent(id)}`, { token }), await ban(id), await unban(id), await rename(id, 'Now Three Words')];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    }
  });
});
