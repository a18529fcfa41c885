import { apiOrigin } from './api-origin';

describe('The server’s origin', () => {
  const page = (address: string, configured?: string): Document => {
    const { head } = document.implementation.createHTMLDocument();
    const meta = head.appendChild(document.createElement('meta'));
    meta.name = 'api-origin';
    meta.content = configured ?? '';
    return { location: new URL(address), baseURI: address, querySelector: (selector: string) => head.querySelector(selector) } as unknown as Document;
  };

  for (const [address, configured, origin] of [
    ['http://localhost:4200/users', undefined, 'http://localhost:3000'],
    ['http://127.0.0.1:4200/users', '', 'http://127.0.0.1:3000'],
    ['http://localhost:4200/', '__API_ORIGIN__', 'http://localhost:3000'],
    ['http://127.0.0.1:4200/', 'http://localhost:3100', 'http://127.0.0.1:3100'],
    ['https://admin.example/', 'https://api.example/', 'https://api.example'],
    ['http://127.0.0.1:4200/', 'https://api.example', 'https://api.example'],
  ] as const) {
    it(`is ${origin} for a page at ${address} that says ${JSON.stringify(configured)}`, () => {
      expect(apiOrigin(page(address, configured))).toBe(origin);
    });
  }
});
