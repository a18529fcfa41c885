import type { SessionList, SessionEnded } from '#contract/auth';
import type { ErrorBody } from '#contract/errors';
import type { AccountBanned } from '#contract/users';
import { connected, disconnected, next, refused } from '../testing/socket-states';
import { TestServer } from '../testing/test-server';
import { ACCESS_TOKEN_SECONDS } from './access-tokens';

describe('Access', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  /** Status and code of a request: 200 without a code. */
  const tried = async (path: string, token?: string): Promise<[number, string | undefined]> => {
    const { status, body } = await server.get<ErrorBody | undefined>(path, token === undefined ? {} : { token });
    return [status, body?.code];
  };
  const ofOtherServer = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIwMTIzNDU2Ny04OWFiLTRjZGUtOGYwMS0yMzQ1Njc4OWFiY2QifQ.bm90IG91ciBzaWduYXR1cmUgYXQgYWxsLCBzb3JyeQ';
  const unsigned = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIwMTIzNDU2Ny04OWFiLTRjZGUtOGYwMS0yMzQ1Njc4OWFiY2QiLCJraW5kIjoiYWRtaW4ifQ.';

  it('is closed to those without a token', async () => {
    for (const path of ['/users', '/admin-staff', '/auth/me', '/auth/admin/sessions'])
      expect(await tried(path))
        .withContext(path)
        .toEqual([401, 'UNAUTHENTICATED']);
  });

  it('is closed to tokens that are not ours, on REST and on sockets', async () => {
    for (const token of ['nonsense', ofOtherServer, unsigned]) {
      expect(await tried('/auth/me', token)).toEqual([401, 'UNAUTHENTICATED']);
      expect(await refused(server.connect('/users', { token }))).toBe('UNAUTHENTICATED');
    }
  });

  it('is closed to users where only admins go', async () => {
    const { tokens } = await server.newUser();
    for (const path of ['/users', '/admin-staff', '/auth/admin/sessions']) expect(await tried(path, tokens.accessToken)).toEqual([403, 'FORBIDDEN']);
  });

  it('lets a user act on itself, and on nobody else', async () => {
    const [one, other] = [await server.newUser(), await server.newUser()];
    const rename = (id: string) => server.request('PATCH', `/users/${id}`, { token: one.tokens.accessToken, body: { fullName: 'Anna Maria Newname' } });
    expect((await rename(one.user.id)).status).toBe(200);
    expect((await rename(other.user.id)).status).toBe(403);
  });

  it('ends with the access token, on REST and on sockets alike', async () => {
    const { accessToken: token } = (await server.signInAdmin()).tokens;
    server.clock.advance(ACCESS_TOKEN_SECONDS * 1000);
    expect(await tried('/auth/me', token)).toEqual([401, 'TOKEN_EXPIRED']);
    expect(await refused(server.connect('/users', { token }))).toBe('TOKEN_EXPIRED');
  });

  for (const [what, method, path] of [
    ['banned', 'POST', (id: string) => `/admin-staff/${id}/ban`],
    ['deleted', 'DELETE', (id: string) => `/admin-staff/${id}`],
  ] as const) {
    it(`ends at once when an admin is ${what}: its sockets are told and closed, its token is refused everywhere`, async () => {
      const [actor, target] = [await server.signInAdmin(), await server.newAdmin()];
      const { accessToken: token } = target.tokens;
      const sockets = (['/users', '/notifications'] as const).map((namespace) => server.connect(namespace, { token }));
      await Promise.all(sockets.map(connected));
      const told = sockets.map((socket) => next<AccountBanned>(socket, 'account.banned'));
      const closed = sockets.map(disconnected);
      expect((await server.request(method, path(target.user.id), { token: actor.tokens.accessToken })).status).toBe(200);
      for (const payload of await Promise.all(told)) expect(payload).toEqual({ kind: what, message: jasmine.any(String), at: jasmine.any(String) });
      await Promise.all(closed);
      expect(await tried('/users', token)).toEqual([401, 'ACCOUNT_BANNED']);
      expect(await refused(server.connect('/users', { token }))).toBe('ACCOUNT_BANNED');
    });
  }

  describe('to a session that is revoked', () => {
    const sessions = async (token: string) => (await server.get<SessionList>('/auth/admin/sessions', { token })).body.data;
    const revoke = (id: string, token: string) => server.post<ErrorBody>(`/auth/admin/sessions/${id}/revoke`, { token });

    it('ends at once: its sockets are told and closed, its token is refused; other sessions go on', async () => {
      const admin = await server.newAdmin();
      const other = await server.signInAdmin(admin.user.email);
      const [mine, theirs] = [admin.tokens.accessToken, other.tokens.accessToken];
      const [here, there] = [server.connect('/users', { token: mine }), server.connect('/site-settings', { token: theirs })];
      await Promise.all([here, there].map(connected));
      const [told, closed] = [next<SessionEnded>(there, 'session.ended'), disconnected(there)];

      const listed = await sessions(mine);
      expect(listed.map(({ current }) => current).sort()).toEqual([false, true]);
      const id = listed.find(({ current }) => !current)?.id ?? '';
      expect((await revoke(id, mine)).status).toBe(200);

      expect(await told).toEqual({ reason: 'revoked', at: jasmine.any(String) });
      await closed;
      expect(await tried('/users', theirs)).toEqual([401, 'SESSION_REVOKED']);
      expect(await refused(server.connect('/users', { token: theirs }))).toBe('SESSION_REVOKED');
      expect(await tried('/users', mine)).toEqual([200, undefined]);
      expect(here.connected).toBeTrue();
      expect((await sessions(mine)).length).toBe(1);
      expect((await revoke(id, mine)).status).toBe(404);
    });

    it('is not in the power of another admin', async () => {
      const [one, other] = [await server.newAdmin(), await server.newAdmin()];
      const [session] = await sessions(other.tokens.accessToken);
      expect((await revoke(session?.id ?? '', one.tokens.accessToken)).status).toBe(404);
      expect(await tried('/auth/me', other.tokens.accessToken)).toEqual([200, undefined]);
    });

    it('ends its sockets also when it is signed out, or its refresh token reused', async () => {
      for (const path of ['/auth/admin/logout', '/auth/admin/refresh']) {
        const { tokens } = await server.signInAdmin();
        await server.post('/auth/admin/refresh', { body: { refreshToken: tokens.refreshToken } });
        const socket = server.connect('/users', { token: tokens.accessToken });
        await connected(socket);
        const closed = disconnected(socket);
        await server.post(path, { body: { refreshToken: tokens.refreshToken } });
        await closed;
        expect(await tried('/auth/me', tokens.accessToken)).toEqual([401, 'SESSION_REVOKED']);
      }
    });
  });

  it('needs no token where everyone may go, and does not mind a bad one there', async () => {
    expect(await tried('/health')).toEqual([200, undefined]);
    expect(await tried('/health', 'nonsense')).toEqual([200, undefined]);
    await connected(server.connect('/site-settings'));
    await connected(server.connect('/users'));
  });
});
