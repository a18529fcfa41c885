import type { AdminLoginAnswer, Me, RefreshAnswer, UserLoginAnswer } from '#contract/auth';
import { AdminLoginAnswer as AdminLoginSchema, UserLoginAnswer as UserLoginSchema } from '#contract/auth';
import type { ErrorBody } from '#contract/errors';
import * as v from 'valibot';
import { PASSWORD, TestServer, type Answer } from '../testing/test-server';
import { ACCESS_TOKEN_SECONDS } from './access-tokens';
import { PasswordHasher } from './password-hasher';
import { SESSION_IDLE_MS } from './sessions';

describe('Signing in', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  const login = <TBody = ErrorBody>(email: string, password: string, kind = 'admin'): Promise<Answer<TBody>> =>
    server.post<TBody>(`/auth/${kind}/login`, { body: { email, password } });
  const refresh = <TBody = RefreshAnswer>(refreshToken: string | undefined, kind = 'admin'): Promise<Answer<TBody>> =>
    server.post<TBody>(`/auth/${kind}/refresh`, { body: { refreshToken } });
  const me = (token: string) => server.get<Me & ErrorBody>('/auth/me', { token });

  it('answers an admin as the contract says', async () => {
    const { status, body } = await login<AdminLoginAnswer>('Admin@Moien.lu ', PASSWORD);
    expect(status).toBe(200);
    expect(v.parse(AdminLoginSchema, body)).toEqual(body);
    expect(body.tokens.expiresIn).toBe(900);
    expect((await me(body.tokens.accessToken)).body.user).toEqual(body.user);
  });

  it('answers a user as the contract says', async () => {
    const answer = await server.newUser();
    expect(v.parse(UserLoginSchema, answer)).toEqual(answer);
    const { body } = await me(answer.tokens.accessToken);
    expect([body.kind, body.user.id]).toEqual(['user', answer.user.id]);
  });

  it('never sends a password or its hash', async () => {
    const { body } = await login<AdminLoginAnswer>('admin@moien.lu', PASSWORD);
    expect(JSON.stringify(body)).not.toMatch(/argon2|passwordHash/u);
  });

  it('tells a wrong password and an unknown e-mail apart in nothing', async () => {
    const { email } = (await server.newAdmin()).user;
    const hashed = spyOn(server.application.get(PasswordHasher), 'verify').and.callThrough();
    const [wrong, unknown] = [await login(email, 'not the password'), await login('nobody@moien.lu', 'not the password')];
    expect(wrong.status).toBe(401);
    expect(wrong.body.code).toBe('INVALID_CREDENTIALS');
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
    expect([...unknown.headers.keys()]).toEqual([...wrong.headers.keys()]);
    expect(hashed).withContext('the same work for both').toHaveBeenCalledTimes(2);
  });

  it('lets a user in only as a user, an admin only as an admin', async () => {
    const { user } = await server.newUser();
    expect((await login(user.email, PASSWORD)).body.code).toBe('INVALID_CREDENTIALS');
    expect((await login('admin@moien.lu', PASSWORD, 'user')).body.code).toBe('INVALID_CREDENTIALS');
  });

  it('tells a banned user so, but only after the right password', async () => {
    const { user } = await server.newUser();
    const { tokens } = await server.signInAdmin();
    await server.post(`/users/${user.id}/ban`, { token: tokens.accessToken, body: { reason: 'Spam' } });
    const right = await login(user.email, PASSWORD, 'user');
    expect([right.status, right.body.code]).toEqual([403, 'ACCOUNT_BANNED']);
    const wrong = await login(user.email, 'not the password', 'user');
    expect([wrong.status, wrong.body.code]).toEqual([401, 'INVALID_CREDENTIALS']);
  });

  it('leaves no open session when the ban comes at the same moment', async () => {
    const { user } = await server.newUser();
    const admin = await server.signInAdmin();
    const ban = server.post(`/users/${user.id}/ban`, { token: admin.tokens.accessToken, body: { reason: 'Spam' } });
    const logins = await Promise.all(Array.from({ length: 4 }, () => login<UserLoginAnswer & ErrorBody>(user.email, PASSWORD, 'user')));
    await ban;
    await server.post(`/users/${user.id}/unban`, { token: admin.tokens.accessToken });
    for (const { status, body } of logins) {
      expect(status === 200 ? (await me(body.tokens.accessToken)).body.code : body.code).toMatch(/^(SESSION_REVOKED|ACCOUNT_BANNED)$/u);
    }
  });

  describe('after five failures', () => {
    const fail = async (email: string, times: number): Promise<void> => {
      for (let i = 0; i < times; i++) expect((await login(email, 'not the password')).status).toBe(401);
    };

    for (const [what, emailOf, after] of [
      ['an account', async () => (await server.newAdmin()).user.email, 200],
      ['an e-mail without account', () => Promise.resolve('ghost@moien.lu'), 401],
    ] as const) {
      it(`locks ${what} for 15 minutes, and says how long`, async () => {
        const email = await emailOf();
        await fail(email, 5);
        server.clock.advance(60_000);
        const locked = await login(email, PASSWORD);
        expect([locked.status, locked.body.code, locked.headers.get('Retry-After')]).toEqual([429, 'LOCKED_OUT', '840']);
        expect(locked.body.details).toEqual([{ field: 'email', code: 'retry_after', message: '840' }]);
        server.clock.advance(840_000);
        expect((await login(email, PASSWORD)).status).toBe(after);
      });
    }

    it('does not grow longer by tries meanwhile', async () => {
      await fail('patient@moien.lu', 5);
      server.clock.advance(899_000);
      expect((await login('patient@moien.lu', 'x')).headers.get('Retry-After')).toBe('1');
      server.clock.advance(1_000);
      expect((await login('patient@moien.lu', 'x')).status).toBe(401);
    });

    it('lets no guess through, however many come at once', async () => {
      const guesses = await Promise.all(Array.from({ length: 12 }, () => login('crowd@moien.lu', 'not the password')));
      expect(guesses.filter(({ status }) => status === 401).length).toBeGreaterThanOrEqual(5);
      expect((await login('crowd@moien.lu', 'not the password')).status).toBe(429);
    });

    it('counts anew after a success', async () => {
      const { email } = (await server.newAdmin()).user;
      for (let i = 0; i < 2; i++) {
        await fail(email, 4);
        expect((await login(email, PASSWORD)).status).toBe(200);
      }
    });
  });

  describe('a refresh token', () => {
    it('is traded for the next one, and for a new access token', async () => {
      const { tokens } = await server.signInAdmin();
      const { status, body } = await refresh(tokens.refreshToken);
      expect(status).toBe(200);
      expect(body.tokens.refreshToken).not.toBe(tokens.refreshToken);
      expect((await me(body.tokens.accessToken)).status).toBe(200);
    });

    it('that was used before ends the whole session when it comes back', async () => {
      const { tokens } = await server.signInAdmin();
      const { body: second } = await refresh(tokens.refreshToken);
      const { body: third } = await refresh(second.tokens.refreshToken);
      const reused = await refresh<ErrorBody>(tokens.refreshToken);
      expect([reused.status, reused.body.code]).toEqual([401, 'SESSION_REVOKED']);
      expect((await refresh<ErrorBody>(third.tokens.refreshToken)).body.code).toBe('SESSION_REVOKED');
      expect((await me(third.tokens.accessToken)).body.code).toBe('SESSION_REVOKED');
    });

    it('works once, also when it is used twice at the same moment', async () => {
      const { tokens } = await server.signInAdmin();
      const both = await Promise.all([refresh(tokens.refreshToken), refresh(tokens.refreshToken)]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    });

    describe('whose answer was lost', () => {
      const attempt = '01234567-89ab-4cde-8f01-23456789abcd';
      const retry = (refreshToken: string | undefined, name = attempt) =>
        server.post<RefreshAnswer & ErrorBody>('/auth/admin/refresh', { body: { refreshToken, attempt: name } });

      it('may be sent again in the same attempt, as often as it takes', async () => {
        const { tokens } = await server.signInAdmin();
        await retry(tokens.refreshToken);
        await retry(tokens.refreshToken);
        const { status, body } = await retry(tokens.refreshToken);
        expect(status).toBe(200);
        expect((await refresh(body.tokens.refreshToken)).status).toBe(200);
      });

      it('makes the lost one worthless', async () => {
        const { tokens } = await server.signInAdmin();
        const lost = await retry(tokens.refreshToken);
        await retry(tokens.refreshToken);
        expect((await refresh<ErrorBody>(lost.body.tokens.refreshToken)).body.code).toBe('UNAUTHENTICATED');
      });

      it('ends the session when it comes back in another attempt, or in none', async () => {
        for (const other of ['11234567-89ab-4cde-8f01-23456789abcd', undefined]) {
          const { tokens } = await server.signInAdmin();
          await retry(tokens.refreshToken);
          expect((await server.post<ErrorBody>('/auth/admin/refresh', { body: { refreshToken: tokens.refreshToken, attempt: other } })).body.code).toBe(
            'SESSION_REVOKED',
          );
        }
      });

      it('ends the session when the token that was lost has been used', async () => {
        const { tokens } = await server.signInAdmin();
        const answer = await retry(tokens.refreshToken);
        await refresh(answer.body.tokens.refreshToken);
        expect((await retry(tokens.refreshToken)).body.code).toBe('SESSION_REVOKED');
      });
    });

    it('of one session leaves the others alone', async () => {
      const [one, other] = [await server.signInAdmin(), await server.signInAdmin()];
      await refresh(one.tokens.refreshToken);
      await refresh(one.tokens.refreshToken);
      expect((await me(other.tokens.accessToken)).status).toBe(200);
    });

    it('is of no use to the other kind of account', async () => {
      const { tokens } = await server.newUser();
      expect((await refresh<ErrorBody>(tokens.refreshToken)).body.code).toBe('UNAUTHENTICATED');
      expect((await refresh(tokens.refreshToken, 'user')).status).toBe(200);
    });

    it('runs out when a session goes unused for a week, and not before', async () => {
      const { tokens } = await server.signInAdmin();
      server.clock.advance(SESSION_IDLE_MS - 1_000);
      const { body } = await refresh(tokens.refreshToken);
      server.clock.advance(SESSION_IDLE_MS);
      expect((await refresh<ErrorBody>(body.tokens.refreshToken)).body.code).toBe('UNAUTHENTICATED');
    });

    it('of a banned account says so', async () => {
      const { user, tokens } = await server.newUser();
      const admin = await server.signInAdmin();
      await server.post(`/users/${user.id}/ban`, { token: admin.tokens.accessToken, body: { reason: 'Spam' } });
      const answer = await refresh<ErrorBody>(tokens.refreshToken, 'user');
      expect([answer.status, answer.body.code]).toEqual([401, 'ACCOUNT_BANNED']);
    });

    it('that never was, or is missing, is refused', async () => {
      for (const token of ['nonsense', undefined]) expect((await refresh<ErrorBody>(token)).body.code).toBe('UNAUTHENTICATED');
    });
  });

  it('ends by signing out: both tokens are refused', async () => {
    const { tokens } = await server.signInAdmin();
    expect((await server.post('/auth/admin/logout', { body: { refreshToken: tokens.refreshToken } })).body).toEqual({ ok: true });
    expect((await me(tokens.accessToken)).body.code).toBe('SESSION_REVOKED');
    expect((await refresh<ErrorBody>(tokens.refreshToken)).body.code).toBe('SESSION_REVOKED');
    expect((await server.post('/auth/admin/logout', { body: { refreshToken: tokens.refreshToken } })).status).toBe(200);
  });

  it('stays good for a quarter of an hour', async () => {
    const { tokens } = await server.signInAdmin();
    server.clock.advance((ACCESS_TOKEN_SECONDS - 1) * 1000);
    expect((await me(tokens.accessToken)).status).toBe(200);
    server.clock.advance(1_000);
    const late = await me(tokens.accessToken);
    expect([late.status, late.body.code]).toEqual([401, 'TOKEN_EXPIRED']);
  });

  it('survives without a user agent, and shortens a long one', async () => {
    const { tokens } = (
      await server.post<UserLoginAnswer>('/auth/admin/login', {
        body: { email: 'admin@moien.lu', password: PASSWORD },
        headers: { 'User-Agent': 'x'.repeat(5_000) },
      })
    ).body;
    const { body } = await server.get<{ data: { device: string; current: boolean }[] }>('/auth/admin/sessions', { token: tokens.accessToken });
    expect(body.data.find(({ current }) => current)?.device).toBe('x'.repeat(300));
  });
});
