import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { CONTRACT_VERSION, SERVER_FEATURES } from '#contract/server';
import { API_ORIGIN } from './api-address';
import { Server } from './server';

const OURS = { status: 'ok', contract: { version: CONTRACT_VERSION, features: [...SERVER_FEATURES, 'of-a-newer-server'] } };

describe('What the server can do', () => {
  let http: HttpTestingController;
  let server: Server;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), { provide: API_ORIGIN, useValue: 'http://api.test' }] });
    http = TestBed.inject(HttpTestingController);
    server = TestBed.inject(Server);
  });
  const health = () => http.expectOne('http://api.test/api/v1/health');

  it('is asked once, and until then nothing', async () => {
    const known = Promise.all([server.known(), server.known()]);
    expect(server.can('activity')).toBeFalse();
    health().flush(OURS);
    await known;
    await server.known();
    expect(SERVER_FEATURES.every((feature) => server.can(feature))).toBeTrue();
    http.verify();
  });

  for (const [what, body, status] of [
    ['says nothing of it', { status: 'ok', timestamp: '2026-02-01T12:00:00Z', uptime: 3 }, 200],
    ['has no such route', { statusCode: 404, message: 'Cannot GET /api/v1/health', error: 'Not Found' }, 404],
    ['keeps its health to itself', { statusCode: 401, message: 'Unauthorized' }, 401],
    ['wraps its answers', { success: true, data: { status: 'ok' } }, 200],
  ] as const) {
    it(`is what the platform documents where the server ${what}`, async () => {
      const known = server.known();
      health().flush(body, { status, statusText: '-' });
      await known;
      expect(SERVER_FEATURES.some((feature) => server.can(feature))).toBeFalse();
    });
  }

  for (const status of [429, 502, 503]) {
    it(`stays unknown while something answers ${String(status)} in its place, and is asked again`, async () => {
      const known = server.known();
      health().flush('<html>', { status, statusText: '-' });
      await expectAsync(known).toBeRejected();
      const again = server.known();
      health().flush(OURS);
      await again;
      expect(server.can('activity')).toBeTrue();
    });
  }

  it('is told anew after a reconnect, and whether another dialect is spoken', async () => {
    const known = server.known();
    health().flush(OURS);
    await known;
    const upgraded = server.recheck();
    health().flush(OURS);
    expect(await upgraded).toBeFalse();
    const replaced = server.recheck();
    health().flush({ status: 'ok' });
    expect(await replaced).toBeTrue();
  });
});
