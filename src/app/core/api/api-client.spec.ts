import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import * as v from 'valibot';
import { ApiClient } from './api-client';
import { type ApiError, toApiError } from './api-error';
import { API_BASE, API_ORIGIN } from './api-address';

describe('An answer of the API', () => {
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), { provide: API_ORIGIN, useValue: 'http://api.test' }] });
    server = TestBed.inject(HttpTestingController);
  });

  const ask = () =>
    firstValueFrom(TestBed.inject(ApiClient).request('GET', '/things', v.object({ thing: v.number() }), { params: { q: 'a b', cursor: undefined } }));
  const expectRequest = () => server.expectOne('http://api.test/api/v1/things?q=a%20b');
  /** What the caller learns. */
  const failure = async (end: (request: TestRequest) => void): Promise<ApiError> => {
    const answer = ask();
    end(expectRequest());
    return answer.then(() => Promise.reject(new Error('It was answered.')), toApiError);
  };

  it('comes validated, with its headers', async () => {
    const answer = ask();
    expectRequest().flush({ thing: 1, more: true }, { headers: { 'X-Stream-Position': 'users=a:1' } });
    const { body, headers } = await answer;
    expect(body).toEqual({ thing: 1 });
    expect(headers.get('X-Stream-Position')).toBe('users=a:1');
  });

  it('comes from below the base that the page was told', () => {
    TestBed.resetTestingModule().configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: API_ORIGIN, useValue: 'http://api.test' },
        { provide: API_BASE, useValue: '/v1' },
      ],
    });
    void ask();
    expect(TestBed.inject(HttpTestingController).expectOne('http://api.test/v1/things?q=a%20b').request.method).toBe('GET');
  });

  it('is waited for no longer than 10 s', () => {
    void ask();
    expect(expectRequest().request.timeout).toBe(10_000);
  });

  it('that is not the contract’s counts as none, and what it held is not repeated', async () => {
    const { code, message } = await failure((request) => request.flush({ thing: 'secret' }));
    expect(code).toBe('BAD_ANSWER');
    expect(message).toBe('thing: expected number');
  });

  it('that is a refusal says what, in which field, where to look, how long to wait, and what is there now', async () => {
    const details = [
      { field: 'fullName', code: 'WORDS', message: 'first' },
      { field: 'fullName', code: 'max_length', message: 'second' },
      { field: 'email', code: 'email', message: 'third' },
    ];
    const body = { statusCode: 409, code: 'STALE', message: 'changed', details, requestId: 'r-1', current: { id: 1 } };
    const error = await failure((request) => request.flush(body, { status: 409, statusText: 'Conflict', headers: { 'Retry-After': '30' } }));
    expect(error).toEqual(jasmine.objectContaining({ status: 409, code: 'STALE', requestId: 'r-1', retryAfter: 30, current: { id: 1 } }));
    expect([...error.details]).toEqual(
      jasmine.arrayWithExactContents([
        ['fullName', details[0]],
        ['email', details[2]],
      ]),
    );
  });

  it('may say until when to wait instead of how long', async () => {
    const date = new Date(Date.now() + 60_000).toUTCString();
    const { retryAfter } = await failure((request) => request.flush(null, { status: 429, statusText: 'Too Many Requests', headers: { 'Retry-After': date } }));
    expect(retryAfter).toBeGreaterThan(50);
    expect(retryAfter).toBeLessThan(70);
  });

  for (const [who, status, body, code] of [
    ['an older server', 403, { statusCode: 403, message: 'ACCOUNT_BANNED' }, 'ACCOUNT_BANNED'],
    ['a proxy', 502, '<html>Bad Gateway</html>', 'INTERNAL'],
    ['a proxy', 404, null, 'NOT_OFFERED'],
    ['nobody we know', 418, 'teapot', 'BAD_ANSWER'],
  ] as const) {
    it(`from ${who}, ${String(status)}, becomes ${code}`, async () => {
      expect(await failure((request) => request.flush(body, { status, statusText: 'no' }))).toEqual(jasmine.objectContaining({ code, status }));
    });
  }

  it('that is not JSON counts as none', async () => {
    const { code } = await failure((request) => request.flush({ error: new SyntaxError(), text: '<html>' }, { status: 200, statusText: 'OK' }));
    expect(code).toBe('BAD_ANSWER');
  });

  it('that never comes is told from a network that is not there', async () => {
    const timeout = new DOMException('signal timed out', 'TimeoutError') as unknown as ProgressEvent;
    expect((await failure((request) => request.error(timeout))).code).toBe('TIMEOUT');
    expect((await failure((request) => request.error(new ProgressEvent('error')))).code).toBe('NETWORK');
  });
});
