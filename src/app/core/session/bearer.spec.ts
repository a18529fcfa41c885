import { HttpClient } from '@angular/common/http';
import { firstValueFrom, map } from 'rxjs';
import * as v from 'valibot';
import { anAdmin } from '../../../testing/people';
import { refusal, Tab } from '../../../testing/tab';
import { ApiClient } from '../api/api-client';

const Thing = v.object({ thing: v.number() });

describe('A request', () => {
  let tab: Tab;
  const ask = () =>
    firstValueFrom(
      tab
        .get(ApiClient)
        .request('GET', '/things', Thing)
        .pipe(map(({ body }) => body.thing)),
    );

  beforeEach(async () => {
    tab = new Tab();
    await tab.signIn('t1');
  });
  afterEach(() => {
    tab.session.end(null);
    tab.close();
  });

  it('carries the token to the API', async () => {
    const answer = ask();
    const { request } = await tab.answer('/things', { thing: 1 });
    expect(await answer).toBe(1);
    expect(request.headers.get('Authorization')).toBe('Bearer t1');
    expect(request.credentials).not.toBe('include');
  });

  it('carries it nowhere else', () => {
    for (const url of ['http://api.test:30001/api/v1/things', 'http://api.test.example/', '/assets/picture.webp']) {
      tab.get(HttpClient).get(url).subscribe();
      expect(tab.server.expectOne(url).request.headers.has('Authorization')).withContext(url).toBeFalse();
    }
  });

  it('is repeated once with a new token, one for all that were refused', async () => {
    const answers = [ask(), ask()];
    for (const request of tab.server.match(() => true)) request.flush(refusal('TOKEN_EXPIRED'), { status: 401, statusText: 'Unauthorized' });
    await tab.grantRefresh('t2');
    for (const thing of [1, 2]) expect((await tab.answer('/things', { thing })).request.headers.get('Authorization')).toBe('Bearer t2');
    expect(await Promise.all(answers)).toEqual([1, 2]);
  });

  it('is not repeated twice', async () => {
    const answer = ask();
    await tab.refuse('/things', 'TOKEN_EXPIRED');
    await tab.grantRefresh('t2');
    await tab.refuse('/things', 'TOKEN_EXPIRED');
    await expectAsync(answer).toBeRejectedWith(jasmine.objectContaining({ code: 'TOKEN_EXPIRED' }));
    tab.server.expectNone(() => true);
  });

  it('fails as the refresh did, and the session stays, when no new token is to be had just now', async () => {
    const answer = ask();
    await tab.refuse('/things', 'TOKEN_EXPIRED');
    await tab.lose('/auth/admin/refresh');
    await expectAsync(answer).toBeRejectedWith(jasmine.objectContaining({ code: 'NETWORK' }));
    expect(tab.session.status()).toBe('signed-in');
  });

  for (const [code, why] of [
    ['ACCOUNT_BANNED', 'banned'],
    ['SESSION_REVOKED', 'revoked'],
  ] as const) {
    it(`ends the session when it is refused with ${code}`, async () => {
      const answer = ask();
      await tab.refuse('/things', code, 401);
      await expectAsync(answer).toBeRejectedWith(jasmine.objectContaining({ code: 'ABORTED' }));
      expect(tab.session.ended()?.why).toBe(why);
    });
  }

  it('leaves the session alone when what was asked for is refused', async () => {
    for (const code of ['WRONG_PASSWORD', 'FORBIDDEN'] as const) {
      const answer = ask();
      await tab.refuse('/things', code);
      await expectAsync(answer).toBeRejectedWith(jasmine.objectContaining({ code }));
    }
    expect(tab.session.status()).toBe('signed-in');
  });

  it('is given up when the session ends', async () => {
    const answer = ask();
    const request = await tab.request('/things');
    tab.session.end({ why: 'deleted', message: '' });
    await expectAsync(answer).toBeRejectedWith(jasmine.objectContaining({ code: 'ABORTED' }));
    expect(request.cancelled).toBeTrue();
  });

  it('goes without a token when nobody is signed in', async () => {
    tab.session.end(null);
    const answer = ask();
    const { request } = await tab.refuse('/things', 'UNAUTHENTICATED');
    await expectAsync(answer).toBeRejectedWith(jasmine.objectContaining({ code: 'UNAUTHENTICATED' }));
    expect(request.headers.has('Authorization')).toBeFalse();
    expect(tab.session.admin()).not.toEqual(anAdmin());
  });
});
