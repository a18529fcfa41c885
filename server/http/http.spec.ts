import { CONTRACT_VERSION, SERVER_FEATURES } from '#contract/server';
import type { ErrorBody } from '#contract/errors';
import { TestServer } from '../testing/test-server';

describe('Every answer', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  it('has the one body when something is wrong, wherever it is wrong', async () => {
    const json = { 'Content-Type': 'application/json' };
    const raw = async (path: string, init: RequestInit) => (await (await fetch(server.url + path, init)).json()) as ErrorBody;
    const bodies = [
      await raw('/api/v1/nothing', {}),
      await raw('/elsewhere', {}),
      await raw('/api/v1/auth/admin/login', { method: 'POST', headers: json, body: '{bad' }),
      await raw('/elsewhere', { method: 'POST', headers: json, body: '{bad' }),
      await raw('/api/v1/auth/admin/login', { method: 'POST', headers: json, body: JSON.stringify({ email: 'x'.repeat(200_000) }) }),
      await raw('/api/v1/auth/admin/login', { method: 'POST', headers: json, body: '[]' }),
      await raw('/api/v1/users/%E0%A4%A', {}),
      await raw('/api/v1/users', {}),
    ];
    expect(bodies.map(({ statusCode, code }) => [statusCode, code])).toEqual([
      [404, 'NOT_FOUND'],
      [404, 'NOT_FOUND'],
      [400, 'VALIDATION_FAILED'],
      [400, 'VALIDATION_FAILED'],
      [413, 'PAYLOAD_TOO_LARGE'],
      [400, 'VALIDATION_FAILED'],
      [400, 'VALIDATION_FAILED'],
      [401, 'UNAUTHENTICATED'],
    ]);
    for (const body of bodies) expect(body).toEqual(jasmine.objectContaining({ message: jasmine.any(String), requestId: jasmine.any(String) }));
  });

  it('names the request, by the caller’s own name if it has a sensible one', async () => {
    const [own, made] = [
      await server.get<ErrorBody>('/x', { headers: { 'X-Request-Id': 'trace-1234' } }),
      await server.get<ErrorBody>('/x', { headers: { 'X-Request-Id': '<b>' } }),
    ];
    expect([own.headers.get('X-Request-Id'), own.body.requestId]).toEqual(['trace-1234', 'trace-1234']);
    expect(made.body.requestId).toMatch(/^[\da-f-]{36}$/u);
  });

  it('may be read by the pages the settings name, credentials and our headers included, and by no others', async () => {
    const from = async (origin: string) => (await server.get('/health', { headers: { origin } })).headers;
    const ours = await from('http://localhost:4200');
    expect(ours.get('Access-Control-Allow-Origin')).toBe('http://localhost:4200');
    expect(ours.get('Access-Control-Allow-Credentials')).toBe('true');
    expect(ours.get('Access-Control-Expose-Headers')).toBe('Date,X-Stream-Position,Retry-After,X-Request-Id');
    expect((await from('http://localhost:4200.evil.example')).get('Access-Control-Allow-Origin')).toBeNull();
  });

  it('is never kept by a cache', async () => {
    expect((await server.get('/health')).headers.get('Cache-Control')).toBe('no-store');
  });

  it('tells whether the server is well, what time it is there, and what it can do', async () => {
    const contract = { version: CONTRACT_VERSION, features: [...SERVER_FEATURES] };
    expect((await server.get('/health')).body).toEqual({
      status: 'ok',
      timestamp: jasmine.any(String),
      uptime: jasmine.any(Number),
      timeZone: 'Europe/Luxembourg',
      contract,
    });
  });

  it('is described, by the schemas that check it', async () => {
    const { paths } = (await (await fetch(`${server.url}/api/docs-json`)).json()) as { paths: Record<string, Record<string, unknown>> };
    expect(JSON.stringify(paths['/api/v1/users/register'])).toContain('fullName');
    expect(JSON.stringify(paths['/api/v1/users']?.['get'])).toContain('nextCursor');
    expect((await fetch(`${server.url}/api/docs`)).headers.get('Content-Type')).toContain('text/html');
  });

  it('tells one address that asks too often when to come back, unless it is signed in', async () => {
    const strict = await TestServer.start({ anonymousLimit: 3 });
    const { tokens } = await strict.signInAdmin();
    for (let n = 0; n < 2; n++) expect((await strict.get('/health')).status).toBe(200);
    const refused = await strict.get<ErrorBody>('/users', { headers: { authorization: 'Bearer nonsense' } });
    expect([refused.status, refused.body.code]).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await strict.get('/users', { token: tokens.accessToken })).status).toBe(200);
    expect((await fetch(`${strict.url}/uploads/${'0'.repeat(64)}.webp`)).status)
      .withContext('images come by the page')
      .toBe(404);
    await strict.stop();
  });
});
