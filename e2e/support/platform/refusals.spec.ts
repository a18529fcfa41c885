import { ADMIN, ask, formOf, ORIGIN, tokensOf } from './asking';
import { Platform } from './platform';

describe("the platform's double", () => {
  let platform: Platform;
  let token: string;
  let refreshToken: string;

  beforeEach(async () => {
    platform = new Platform({ users: 5, partnerRequests: 2 });
    await platform.start();
    ({ accessToken: token, refreshToken } = tokensOf(platform));
  });
  afterEach(() => platform.stop());

  const firstUser = (): string => `/users/${platform.users.list()[0]?.id ?? ''}`;

  it('knows no route that is not documented, and says so as Nest does', async () => {
    const request = `/partner-places/requests/${platform.partnerRequests.list()[0]?.id ?? ''}`;
    const missing = [
      ['GET', firstUser()],
      ['GET', request],
      ['GET', '/overview'],
      ['GET', '/activity'],
      ['GET', '/events'],
      ['GET', '/health'],
      ['GET', '/site-settings/images'],
      ['GET', '/partner-places/summary'],
      ['GET', '/partner-places/canned-replies'],
      ['POST', `${request}/reopen`],
      ['POST', '/site-settings/hero-image/restore'],
      ['POST', `/admin-staff/${platform.staff.list()[0]?.id ?? ''}/ban`],
    ] as const;
    for (const [method, path] of missing) {
      const { status, body } = await ask(platform, method, path, { token });
      expect(status).toBe(404);
      expect(body).toEqual({ statusCode: 404, message: `Cannot ${method} /api/v1${path}`, error: 'Not Found' });
    }
  });

  it('answers below another base path when it is told to', async () => {
    await platform.stop();
    platform = new Platform({ options: { base: '/v1' } });
    await platform.start();
    const token = tokensOf(platform).accessToken;
    expect((await ask(platform, 'GET', '/users', { token })).status).toBe(200);
    expect((await fetch(`${platform.origin}/api/v1/users`)).status).toBe(404);
  });

  it('refuses every field that is not documented, in JSON and in forms, and changes nothing', async () => {
    const refresh = await ask(platform, 'POST', '/auth/admin/refresh', { body: { refreshToken, attempt: 'x' } });
    expect(refresh.status).toBe(400);
    expect(refresh.body).toEqual({ statusCode: 400, message: ['property attempt should not exist'], error: 'Bad Request' });
    const photo = await ask(platform, 'POST', `${firstUser()}/photo`, { token, body: formOf({ note: 'x' }, 'photo') });
    expect(photo.body).toEqual(jasmine.objectContaining({ message: ['property note should not exist'] }));
    const file = await ask(platform, 'POST', `${firstUser()}/photo`, { token, body: formOf({}, 'image') });
    expect(file.status).toBe(400);
    const unban = await ask(platform, 'POST', `${firstUser()}/unban`, { token, body: { reason: 'x' } });
    expect(unban.body).toEqual(jasmine.objectContaining({ message: ['property reason should not exist'] }));
    expect(platform.users.list()[0]?.photoUrl).toBeNull();
    expect(platform.accounts.refresh(refreshToken, 'admin').refreshToken).not.toBe(refreshToken);
  });

  it('ignores unknown query parameters: the list is always whole', async () => {
    const { body } = await ask(platform, 'GET', '/users?limit=1&q=nobody&ids=1', { token });
    expect(body).toEqual(platform.users.list());
  });

  it('says what is wrong with a field', async () => {
    const { body } = await ask(platform, 'PATCH', firstUser(), { token, body: { fullName: 'Two Words' } });
    expect(body).toEqual(jasmine.objectContaining({ message: ['fullName must contain at least three words'] }));
  });

  it('lets browsers of listed origins ask, without credentials and with the two usual headers alone', async () => {
    const preflight = await ask(platform, 'OPTIONS', '/users', { headers: { Origin: ORIGIN, 'Access-Control-Request-Method': 'GET' } });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe(ORIGIN);
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toBe('Content-Type, Authorization');
    expect(preflight.headers.has('Access-Control-Allow-Credentials')).toBe(false);
    for (const stranger of ['http://localhost:4201', 'http://localhost:42000', 'https://localhost:4200', 'null']) {
      const { headers } = await ask(platform, 'GET', '/users', { token, headers: { Origin: stranger } });
      expect(headers.has('Access-Control-Allow-Origin')).toBe(false);
    }
  });

  it('tells the limits, and refuses the eleventh request below /auth and the hundred-and-first in all', async () => {
    const login = { body: { email: ADMIN.email, password: 'wrong' }, headers: { Origin: ORIGIN } };
    for (let left = 9; left >= 0; left--) {
      const { status, headers } = await ask(platform, 'POST', '/auth/admin/login', login);
      expect([status, headers.get('X-RateLimit-Limit'), headers.get('X-RateLimit-Remaining')]).toEqual([401, '10', String(left)]);
    }
    const refused = await ask(platform, 'POST', '/auth/admin/login', login);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(50);
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBe(ORIGIN);
    expect(refused.headers.get('Access-Control-Expose-Headers')).toContain('X-RateLimit-Reset');
    for (let asked = 11; asked < 100; asked++) await ask(platform, 'GET', '/site-settings/hero-image');
    expect((await ask(platform, 'GET', '/site-settings/hero-image')).status).toBe(429);
    platform.configure({ retryAfter: false, errors: 'envelope' });
    const again = await ask(platform, 'GET', '/site-settings/hero-image');
    expect(again.headers.has('Retry-After')).toBe(false);
    expect(again.body).toEqual(jasmine.objectContaining({ success: false }));
    platform.configure({ limits: 'off' });
    expect((await ask(platform, 'GET', '/site-settings/hero-image')).headers.has('X-RateLimit-Limit')).toBe(false);
  });

  it('answers a wrong password with 401 and a sentence', async () => {
    const { status, body } = await ask(platform, 'POST', '/auth/admin/login', { body: { email: ADMIN.email, password: 'wrong' } });
    expect([status, body]).toEqual([401, { statusCode: 401, message: 'Invalid credentials', error: 'Unauthorized' }]);
  });

  it('rotates the refresh token at each use, and refuses the old one', async () => {
    const first = await ask(platform, 'POST', '/auth/admin/refresh', { body: { refreshToken } });
    expect(first.body).toEqual({ ok: true, tokens: { accessToken: jasmine.any(String), refreshToken: jasmine.any(String), expiresIn: 900 } });
    expect((await ask(platform, 'POST', '/auth/admin/refresh', { body: { refreshToken } })).status).toBe(401);
  });

  it('refuses an access token that has expired, that is forged, or whose session was revoked', async () => {
    platform.configure({ accessSeconds: 0 });
    const forged = `${token.slice(0, -4)}AAAA`;
    for (const bad of [tokensOf(platform).accessToken, forged, 'x']) expect((await ask(platform, 'GET', '/users', { token: bad })).status).toBe(401);
    expect((await ask(platform, 'GET', '/users', { token })).status).toBe(200);
    const [session] = platform.accounts.sessionsOf(platform.staff.list()[0]?.id ?? '');
    await ask(platform, 'POST', `/auth/admin/sessions/${session?.id ?? ''}/revoke`, { token });
    expect((await ask(platform, 'GET', '/users', { token })).status).toBe(401);
    expect((await ask(platform, 'POST', '/auth/admin/refresh', { body: { refreshToken } })).status).toBe(401);
  });

  it('keeps address and data while it is down', async () => {
    const { origin } = platform;
    await platform.stop();
    await expectAsync(ask(platform, 'GET', '/users', { token })).toBeRejected();
    const user = platform.users.register();
    await platform.start();
    expect(platform.origin).toBe(origin);
    expect((await ask(platform, 'GET', '/users', { token })).body).toEqual(jasmine.arrayContaining([user]));
  });

  it('counts what it was asked, and how much it answered', async () => {
    const { text } = await ask(platform, 'GET', '/users?limit=1', { token });
    await ask(platform, 'GET', '/nowhere', { token });
    expect(platform.requests.count({ method: 'GET', path: '/users', withinMs: 60_000 })).toBe(1);
    expect(platform.requests.bytes({ path: '/users' })).toBe(Buffer.byteLength(text));
    expect(platform.requests.count({ status: 404 })).toBe(1);
  });
});
