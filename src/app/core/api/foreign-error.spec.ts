import { opened } from './envelope';
import { foreignError } from './foreign-error';
import { parseReset, retryAfter } from './retry-after';

const headers = (all: Readonly<Record<string, string>>) => ({ get: (name: string) => all[name] ?? null });

describe('A refusal by another server than ours', () => {
  for (const [what, status, body, code] of [
    ['a code in the message', 403, { statusCode: 403, message: 'ACCOUNT_BANNED', error: 'Forbidden' }, 'ACCOUNT_BANNED'],
    ['a sentence', 401, { statusCode: 401, message: 'Invalid credentials', error: 'Unauthorized' }, 'UNAUTHENTICATED'],
    ['several sentences', 400, { statusCode: 400, message: ['property x should not exist'], error: 'Bad Request' }, 'VALIDATION_FAILED'],
    ['the second envelope', 409, { success: false, error: { code: 'EMAIL_TAKEN', message: 'taken' } }, 'EMAIL_TAKEN'],
    ['the second envelope without a code', 400, { success: false, error: { message: 'no' } }, 'VALIDATION_FAILED'],
    ['a missing row', 404, { statusCode: 404, message: 'User not found', error: 'Not Found' }, 'NOT_FOUND'],
    ['a missing route', 404, { statusCode: 404, message: 'Cannot GET /api/v1/overview', error: 'Not Found' }, 'NOT_OFFERED'],
    ['a proxy’s page for a missing address', 404, '<html>nginx</html>', 'NOT_OFFERED'],
    ['a proxy’s page for a server that is away', 502, '<html>nginx</html>', 'INTERNAL'],
    ['nothing at all', 429, null, 'TOO_MANY_REQUESTS'],
  ] as const) {
    it(`is ${code} for ${what}`, () => {
      expect(foreignError(status, body).code).toBe(code);
    });
  }
});

describe('The time to stay away', () => {
  const NOW = Date.parse('2026-02-01T12:00:00Z');

  it('is what Retry-After says, as seconds or as a date', () => {
    expect(retryAfter(429, headers({ 'Retry-After': '17' }), NOW)).toBe(17);
    expect(retryAfter(503, headers({ 'Retry-After': 'Sun, 01 Feb 2026 12:00:30 GMT' }), NOW)).toBe(30);
  });

  it('is what the limit’s reset says, as seconds from now or as a moment', () => {
    expect(retryAfter(429, headers({ 'X-RateLimit-Reset': '42' }), NOW)).toBe(42);
    expect(parseReset(String(NOW / 1000 + 12), NOW)).toBe(12);
    expect(parseReset(String(NOW + 12_000), NOW)).toBe(12);
    expect(parseReset('soon', NOW)).toBeUndefined();
  });

  it('is one window where a refusal says nothing, and not known where nothing was refused', () => {
    expect(retryAfter(429, headers({}), NOW)).toBe(60);
    expect(retryAfter(404, headers({}), NOW)).toBeUndefined();
  });
});

describe('An answer', () => {
  it('is taken out of its envelope, and otherwise left alone', () => {
    expect(opened({ success: true, data: [1] })).toEqual([1]);
    expect(opened({ success: true })).toEqual({ success: true });
    expect(opened({ data: [1], pagination: {} })).toEqual({ data: [1], pagination: {} });
    expect(opened([1])).toEqual([1]);
    expect(opened(null)).toBeNull();
  });
});
