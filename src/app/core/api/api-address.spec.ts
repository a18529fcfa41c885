import { TestBed } from '@angular/core/testing';
import { API_BASE, API_ORIGIN, NotConfigured, provideApi, readClientConfig } from './api-address';

describe('The server’s address', () => {
  for (const [address, apiOrigin, origin] of [
    ['http://localhost:4200/users', 'http://localhost:3000', 'http://localhost:3000'],
    ['http://127.0.0.1:4200/', 'http://localhost:3100', 'http://127.0.0.1:3100'],
    ['https://admin.example/', 'https://API.example', 'https://api.example'],
    ['http://127.0.0.1:4200/', 'https://api.example', 'https://api.example'],
  ] as const) {
    it(`is ${origin} for a page at ${address} that is told ${apiOrigin}`, () => {
      TestBed.configureTestingModule({ providers: [provideApi({ apiOrigin, apiBase: '/v1' }, new URL(address) as unknown as Location)] });
      expect(TestBed.inject(API_ORIGIN)).toBe(origin);
      expect(TestBed.inject(API_BASE)).toBe('/v1');
    });
  }

  describe('read at start', () => {
    const page = { baseURI: 'https://admin.example/' } as Document;
    const answers = (body: string, status = 200) => spyOn(window, 'fetch').and.resolveTo(new Response(body, { status }));

    it('is what config.json beside the page says', async () => {
      const asked = answers('{ "apiOrigin": "https://api.example", "apiBase": "/v1" }');
      expect(await readClientConfig(page)).toEqual({ apiOrigin: 'https://api.example', apiBase: '/v1' });
      expect(asked).toHaveBeenCalledOnceWith(new URL('https://admin.example/config.json'), { cache: 'no-cache' });
    });

    for (const [what, body, status] of [
      ['missing', 'Not found', 404],
      ['the page, as a host without such a file may answer', '<!doctype html>', 200],
      ['empty', '', 200],
      ['silent about the API', '{}', 200],
      ['odd', '{ "apiOrigin": "https://api.example/v1/" }', 200],
    ] as const) {
      it(`is not configured where that is ${what}`, async () => {
        answers(body, status);
        await expectAsync(readClientConfig(page)).toBeRejectedWithError(NotConfigured, /config\.json/u);
      });
    }

    it('may come at another try where the host fails or is out of reach', async () => {
      const asked = answers('Bad gateway', 502);
      const failure = await readClientConfig(page).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(Error);
      expect(failure).not.toBeInstanceOf(NotConfigured);
      asked.and.rejectWith(new TypeError('Failed to fetch'));
      await expectAsync(readClientConfig(page)).toBeRejectedWithError(TypeError);
    });
  });
});
