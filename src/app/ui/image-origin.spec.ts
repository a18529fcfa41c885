import { allowedImageUrl } from './image-origin';

describe('An image', () => {
  for (const [address, origin, allowed] of [
    ['https://cdn.example/a.webp', 'http://localhost:3000', 'https://cdn.example/a.webp'],
    ['http://localhost:3000/a.webp', 'http://localhost:3000', 'http://localhost:3000/a.webp'],
    ['http://localhost:3000/a.webp', 'http://127.0.0.1:3000', 'http://127.0.0.1:3000/a.webp'],
    ['http://localhost:9000/a.webp', 'http://127.0.0.1:3000', null],
    ['http://localhost:3000/a.webp', 'https://api.example', null],
    ['http://elsewhere.example/a.webp', 'http://localhost:3000', null],
    ['data:image/png;base64,AA', 'http://localhost:3000', null],
    ['javascript:alert(1)', 'http://localhost:3000', null],
    ['a.webp', 'http://localhost:3000', null],
    [null, 'http://localhost:3000', null],
  ] as const)
    it(`at ${String(address)} ${allowed === null ? 'is not loaded' : `is loaded from ${allowed}`}, where the server is ${origin}`, () => {
      expect(allowedImageUrl(address, origin)).toBe(allowed);
    });
});
