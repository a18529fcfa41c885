import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { clientApp, type ClientAppOptions } from './app';

const INDEX = '<!doctype html><script>go()</script><app-root></app-root><script src="main-AAAAAAAA.js"></script>';
const SCRIPT = 'chunk-Cktu_U-I.js';

describe('the client web server', () => {
  let root: string;
  let server: Server | undefined;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'client-'));
    writeFileSync(join(root, 'index.html'), INDEX);
    writeFileSync(join(root, SCRIPT), `/* ${'long '.repeat(1000)} */`);
    writeFileSync(join(root, 'favicon.svg'), '<svg/>');
  });

  afterEach(() => {
    server?.close();
    server?.closeAllConnections();
    server = undefined;
    rmSync(root, { recursive: true });
  });

  /** `fetch` would not let a test choose the Host header. */
  async function get(path: string, headers: IncomingHttpHeaders = {}, options: Partial<ClientAppOptions> = {}): Promise<IncomingMessage & { body: string }> {
    server ??= await new Promise<Server>((resolve) => {
      const listening = createServer(clientApp({ root, ...options })).listen(0, '127.0.0.1', () => {
        resolve(listening);
      });
    });
    const { port } = server.address() as AddressInfo;
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request({ port, host: '127.0.0.1', path, headers: { host: 'localhost:4200', accept: '*/*', ...headers } }, resolve)
        .on('error', reject)
        .end();
    });
    return Object.assign(response, { body: await text(response) });
  }
  const policyOf = (response: IncomingMessage): string => response.headers['content-security-policy'] as string;

  it('trusts the files that were built and the script in the page, as it was built', async () => {
    const page = await get('/');
    expect(page.body).toBe(INDEX);
    expect(policyOf(page)).toContain("script-src 'self' 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw=';");
  });

  it('never lets a page be stored, and its hashed assets for ever', async () => {
    expect((await get('/')).headers['cache-control']).toBe('no-store');
    expect((await get(`/${SCRIPT}`)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const path of ['/favicon.svg', '/config.json']) expect((await get(path)).headers['cache-control']).toBe('no-cache');
  });

  it('forbids inline and foreign scripts, framing, forms and string-to-script sinks', async () => {
    const policy = policyOf(await get('/'));
    for (const part of ["default-src 'none'", "frame-ancestors 'none'", "form-action 'none'", "base-uri 'self'", "require-trusted-types-for 'script'"]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('*');
  });

  it('sends the other protective headers with everything', async () => {
    for (const path of ['/', `/${SCRIPT}`, '/missing.js']) {
      const { headers } = await get(path);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['permissions-policy']).toContain('camera=()');
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  for (const host of ['localhost', '127.0.0.1', '[::1]']) {
    it(`tells a page asked from ${host} that its API is at port 3000 there, and lets it talk to that only`, async () => {
      const config = await get('/config.json', { host: `${host}:4200` });
      expect(JSON.parse(config.body)).toEqual({ apiOrigin: `http://${host}:3000`, apiBase: '/api/v1' });
      expect(policyOf(await get('/', { host: `${host}:4200` }))).toContain(`connect-src 'self' http://${host}:3000 ws://${host}:3000;`);
    });
  }

  it('names the API it was given instead', async () => {
    const api = { apiOrigin: 'https://api.example', apiBase: '/v1' };
    expect(JSON.parse((await get('/config.json', {}, api)).body)).toEqual(api);
    expect(policyOf(await get('/'))).toContain("connect-src 'self' https://api.example wss://api.example;");
  });

  for (const host of ['evil.example', 'localhost.evil.example', '"><script>']) {
    it(`refuses the host ${JSON.stringify(host)} and repeats nothing of it`, async () => {
      const response = await get('/', { host });
      expect(response.statusCode).toBe(421);
      expect(response.body).not.toContain('evil');
      expect(response.body).not.toContain('<');
    });
  }

  it('answers to its public host when it has one', async () => {
    expect((await get('/', { host: 'admin.example' }, { publicHost: 'admin.example' })).statusCode).toBe(200);
  });

  it('answers every address of the application with the page', async () => {
    const page = await get('/users?q=anna', { accept: 'text/html,application/xhtml+xml', 'sec-fetch-dest': 'document' });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('gives the page to a running one that asks whether it is still the newest', async () => {
    const page = await get('/', { accept: 'application/json, text/plain, */*', 'sec-fetch-dest': 'empty' });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('<app-root');
    expect(page.headers['cache-control']).toBe('no-store');
  });

  for (const [what, path, headers] of [
    ['a script', '/missing-4KZ2Q7XB.js', {}],
    ['an image', '/missing', { 'sec-fetch-dest': 'image', accept: 'image/avif,image/*' }],
    ['JSON', '/api/v1/users', { accept: 'application/json' }],
    ['a file outside', '/..%2f..%2fpackage.json', {}],
  ] as const) {
    it(`says 404 to a request for ${what} that is not there`, async () => {
      expect((await get(path, headers)).statusCode).toBe(404);
    });
  }

  it('says 500 while nothing is built, the reason in the log only', async () => {
    rmSync(join(root, 'index.html'));
    const logged = new Promise<unknown>((resolve) => spyOn(console, 'error').and.callFake(resolve));
    const response = await get('/');
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toContain(root);
    expect(await logged).toBeInstanceOf(Error);
  });

  it('has one address for the page that one asks for as a file', async () => {
    const response = await get('/index.html');
    expect(response.statusCode).toBe(302);
    expect(response.headers.location).toBe('/');
  });

  for (const encoding of ['br', 'gzip']) {
    it(`compresses with ${encoding}`, async () => {
      expect((await get(`/${SCRIPT}`, { 'accept-encoding': encoding })).headers['content-encoding']).toBe(encoding);
    });
  }
});
