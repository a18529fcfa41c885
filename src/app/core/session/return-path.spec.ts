import { returnPath } from './return-path';

describe('The way back after sign-in', () => {
  const origin = 'https://admin.example';

  for (const path of ['/users', '/users?q=%2B352&sort=email#top', '/users/a%2Fb']) {
    it(`leads to ${path}`, () => expect(returnPath(path, origin)).toBe(path));
  }

  for (const path of [
    null,
    undefined,
    '',
    'users',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    '/users\\..\\..',
    'javascript:alert(1)',
    '/login',
    '/login?next=/login',
  ]) {
    it(`leads to the start instead of ${JSON.stringify(path)}`, () => expect(returnPath(path, origin)).toBe('/'));
  }
});
