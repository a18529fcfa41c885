import type { TestRequest } from '@angular/common/http/testing';
import { ApiError } from '../api/api-error';
import { anAdmin, anId } from '../../../testing/people';
import { eventually } from '../../../testing/eventually';
import { Tab } from '../../../testing/tab';

describe('A session', () => {
  const tabs: Tab[] = [];
  const openTab = () => {
    const tab = new Tab();
    tabs.push(tab);
    return tab;
  };
  /** Opens a tab in a browser where somebody is signed in. */
  const reload = () => {
    localStorage.setItem('moien.signed-in', 'yes');
    return openTab();
  };

  afterEach(() => {
    for (const tab of tabs.splice(0)) tab.close();
    localStorage.removeItem('moien.signed-in');
    localStorage.removeItem('moien.refresh-attempt');
    sessionStorage.removeItem('moien.refresh-token');
  });

  describe('begins', () => {
    it('signed out, without a question to the server, where nobody was signed in', async () => {
      const tab = openTab();
      expect(tab.session.status()).toBe('restoring');
      await tab.session.restore();
      expect(tab.session.status()).toBe('signed-out');
      tab.server.expectNone(() => true);
    });

    it('by signing in, with the refresh token left to a cookie', async () => {
      const tab = openTab();
      const { request } = await tab.signIn('t1');
      expect(tab.session.status()).toBe('signed-in');
      expect(tab.session.admin()).toEqual(anAdmin());
      expect(tab.session.token()).toBe('t1');
      expect(request.headers.get('X-Refresh-Transport')).toBe('cookie');
      expect(request.credentials).toBe('include');
      expect(request.headers.has('Authorization')).toBeFalse();
    });

    it('not with a wrong password, which is told to who tried', async () => {
      const tab = openTab();
      const signedIn = tab.session.signIn('lea.weber@moien.example', 'wrong');
      await tab.refuse('/auth/admin/login', 'INVALID_CREDENTIALS');
      await expectAsync(signedIn).toBeRejectedWith(jasmine.objectContaining({ code: 'INVALID_CREDENTIALS', status: 401 }));
      expect(tab.session.token()).toBeNull();
      expect(tab.session.ended()).toBeNull();
    });

    it('in the other tabs too', async () => {
      const [here, there] = [openTab(), openTab()];
      await there.session.restore();
      let starts = 0;
      there.session.started$.subscribe(() => starts++);
      await here.signIn('t1');
      await eventually(() => there.session.status() === 'signed-in');
      expect(there.session.admin()).toEqual(anAdmin());
      expect(starts).toBe(1);
    });

    it('anew in a tab where it was ended, and the reason is gone', async () => {
      const tab = openTab();
      await tab.signIn('t1');
      tab.session.end({ why: 'banned', message: '' });
      await tab.signIn('t2');
      expect(tab.session.token()).toBe('t2');
      expect(tab.session.ended()).toBeNull();
    });
  });

  describe('after a reload', () => {
    it('goes on', async () => {
      const tab = reload();
      const restored = tab.session.restore();
      await tab.grantRefresh('t2');
      await restored;
      expect(tab.session.status()).toBe('signed-in');
      expect(tab.session.admin()).toEqual(anAdmin());
    });

    it('is over without a word when the cookie has run out', async () => {
      const tab = reload();
      const restored = tab.session.restore();
      await tab.refuse('/auth/admin/refresh', 'UNAUTHENTICATED');
      await restored;
      expect(tab.session.status()).toBe('signed-out');
      expect(tab.session.ended()).toBeNull();
      expect(localStorage.getItem('moien.signed-in')).toBeNull();
    });

    it('says why when the account was banned meanwhile', async () => {
      const tab = reload();
      const restored = tab.session.restore();
      await tab.refuse('/auth/admin/refresh', 'ACCOUNT_BANNED');
      await restored;
      expect(tab.session.ended()?.why).toBe('banned');
    });

    it('shows the way in when the server is not reached, and goes on once it is', async () => {
      const clock = jasmine.clock().install();
      try {
        const tab = reload();
        const restored = tab.session.restore();
        await tab.lose('/auth/admin/refresh');
        await restored;
        expect(tab.session.status()).toBe('signed-out');
        expect(tab.session.isCutOff()).toBe(true);
        clock.tick(5_000);
        await tab.grantRefresh('t2');
        await eventually(() => tab.session.status() === 'signed-in');
        expect(tab.session.token()).toBe('t2');
      } finally {
        clock.uninstall();
      }
    });
  });

  describe('gets new tokens', () => {
    it('ahead of the old one’s end', async () => {
      const clock = jasmine.clock().install();
      try {
        const tab = openTab();
        await tab.signIn('t1');
        clock.tick(825_000);
        tab.server.expectNone(() => true);
        clock.tick(15_000);
        await tab.grantRefresh('t2');
        expect(await eventually(() => tab.session.token() === 't2')).toBeTrue();
      } finally {
        clock.uninstall();
      }
    });

    it('with one request for all who ask in one tab', async () => {
      const tab = openTab();
      await tab.signIn('t1');
      const asked = [tab.session.refresh('t1'), tab.session.refresh('t1')];
      await tab.grantRefresh('t2');
      expect(await Promise.all(asked)).toEqual(['t2', 't2']);
      tab.server.expectNone(() => true);
      expect(await tab.session.refresh('t1'))
        .withContext('asked late')
        .toBe('t2');
    });

    it('with one request for all tabs', async () => {
      const [here, there] = [openTab(), openTab()];
      await here.signIn('t1');
      await eventually(() => there.session.token() === 't1');
      const first = here.session.refresh('t1');
      const request = await here.request('/auth/admin/refresh');
      const second = there.session.refresh('t1');
      request.flush({ ok: true, tokens: { accessToken: 't2', expiresIn: 900 } });
      await here.answer('/auth/me', { kind: 'admin', user: anAdmin(), sessionId: anId() });
      expect(await Promise.all([first, second])).toEqual(['t2', 't2']);
      there.server.expectNone(() => true);
    });

    it('in a waiting tab itself, when the one before it got none', async () => {
      const [here, there] = [openTab(), openTab()];
      await here.signIn('t1');
      await eventually(() => there.session.token() === 't1');
      const first = here.session.refresh('t1');
      const request = await here.request('/auth/admin/refresh');
      const second = there.session.refresh('t1');
      request.error(new ProgressEvent('error'));
      await expectAsync(first).toBeRejectedWith(jasmine.objectContaining({ code: 'NETWORK' }));
      await there.grantRefresh('t2');
      expect(await second).toBe('t2');
      expect(await eventually(() => here.session.token() === 't2')).toBeTrue();
    });

    it('and stays when the server is not reached', async () => {
      const tab = openTab();
      await tab.signIn('t1');
      const refreshed = tab.session.refresh('t1');
      await tab.lose('/auth/admin/refresh');
      await expectAsync(refreshed).toBeRejectedWithError(ApiError);
      expect(tab.session.status()).toBe('signed-in');
    });

    it('under one name until the answer comes: asking again after it was lost is no reuse', async () => {
      const attemptOf = ({ request }: TestRequest) => (request.body as { attempt?: string }).attempt;
      const tab = openTab();
      await tab.signIn('t1');
      const refreshed = tab.session.refresh('t1');
      const lost = await tab.request('/auth/admin/refresh');
      lost.error(new ProgressEvent('error'));
      await expectAsync(refreshed).toBeRejected();
      const [, again] = await Promise.all([tab.session.refresh('t1'), tab.grantRefresh('t2')]);
      const [, later] = await Promise.all([tab.session.refresh('t2'), tab.grantRefresh('t3')]);
      expect(attemptOf(lost)).toMatch(/^[\da-f-]{36}$/u);
      expect(attemptOf(again)).toBe(attemptOf(lost));
      expect(attemptOf(later)).not.toBe(attemptOf(again));
    });

    it('or is over, as run out, when they are refused', async () => {
      const tab = openTab();
      await tab.signIn('t1');
      const refreshed = tab.session.refresh('t1');
      await tab.refuse('/auth/admin/refresh', 'UNAUTHENTICATED');
      await expectAsync(refreshed).toBeRejected();
      expect(tab.session.ended()?.why).toBe('expired');
    });
  });
});
