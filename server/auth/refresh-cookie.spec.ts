import type { AdminLoginAnswer, RefreshAnswer } from '#contract/auth';
import type { ErrorBody } from '#contract/errors';
import { PASSWORD, TestServer, type Answer } from '../testing/test-server';

describe('The refresh token as a cookie', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  const WANTED = { 'X-Refresh-Transport': 'cookie' };
  const login = (headers: Record<string, string> = WANTED) =>
    server.post<AdminLoginAnswer>('/auth/admin/login', { headers, body: { email: 'admin@moien.lu', password: PASSWORD } });
  const cookieOf = ({ headers }: Answer<unknown>): string => headers.getSetCookie()[0] ?? '';
  const pairOf = (answer: Answer<unknown>): string => cookieOf(answer).split(';')[0] ?? '';
  const send = <TBody = RefreshAnswer>(action: 'refresh' | 'logout', cookie: string, headers: Record<string, string> = WANTED) =>
    server.post<TBody>(`/auth/admin/${action}`, { headers: { ...headers, Cookie: cookie } });

  it('goes to those who ask for it: out of reach of scripts and other sites, and not in the body', async () => {
    const answer = await login();
    expect(cookieOf(answer)).toMatch(/^moien_admin_refresh=[\w-]{43}; Max-Age=604800; Path=\/api\/v1\/auth\/admin; Expires=[^;]+; HttpOnly; SameSite=Strict$/u);
    expect(answer.body.tokens.refreshToken).toBeUndefined();
  });

  it('is not set for those who do not', async () => {
    const answer = await login({});
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.body.tokens.refreshToken).toBeDefined();
  });

  it('is rotated at each use, without a body', async () => {
    const first = await login();
    const second = await send('refresh', pairOf(first));
    expect(second.status).toBe(200);
    expect(second.body.tokens.refreshToken).toBeUndefined();
    expect(pairOf(second)).not.toBe(pairOf(first));
    expect((await send('refresh', pairOf(second))).status).toBe(200);
    expect((await send<ErrorBody>('refresh', pairOf(first))).body.code).toBe('SESSION_REVOKED');
  });

  it('is not looked at without the header that no other site can send', async () => {
    const cookie = pairOf(await login());
    expect((await send<ErrorBody>('refresh', cookie, {})).body.code).toBe('UNAUTHENTICATED');
    await send('logout', cookie, {});
    expect((await send('refresh', cookie)).status).toBe(200);
  });

  it('is cleared by signing out', async () => {
    const answer = await login();
    const out = await send('logout', pairOf(answer));
    expect(cookieOf(out)).toMatch(/^moien_admin_refresh=; Path=\/api\/v1\/auth\/admin; Expires=Thu, 01 Jan 1970/u);
    expect((await send<ErrorBody>('refresh', pairOf(answer))).body.code).toBe('SESSION_REVOKED');
  });

  it('lets a browser of an allowed origin ask for it, and no other', async () => {
    const preflight = (origin: string) =>
      fetch(`${server.url}/api/v1/auth/admin/refresh`, {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'x-refresh-transport' },
      });
    const allowed = await preflight('http://localhost:4200');
    expect(allowed.headers.get('Access-Control-Allow-Origin')).toBe('http://localhost:4200');
    expect(allowed.headers.get('Access-Control-Allow-Credentials')).toBe('true');
    expect((await preflight('https://evil.example')).headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  it('is marked Secure when the server is reached over https', async () => {
    const secure = await TestServer.start({ publicUrl: 'https://api.moien.lu' });
    const answer = await secure.post('/auth/admin/login', { headers: WANTED, body: { email: 'admin@moien.lu', password: PASSWORD } });
    expect(cookieOf(answer)).toContain('; Secure;');
    await secure.stop();
  });
});
