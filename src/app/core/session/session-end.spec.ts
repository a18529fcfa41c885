import { eventually } from '../../../testing/eventually';
import { anAdmin, anId } from '../../../testing/people';
import { Tab } from '../../../testing/tab';
import type { SessionEnd } from './session-end';

const BANNED: SessionEnd = { why: 'banned', message: 'Against the rules.' };

describe('A session', () => {
  const tabs: Tab[] = [];
  const openTab = () => {
    const tab = new Tab();
    tabs.push(tab);
    return tab;
  };
  const endsOf = (tab: Tab) => {
    const ends: (SessionEnd | null)[] = [];
    tab.session.ended$.subscribe((end) => ends.push(end));
    return ends;
  };

  afterEach(() => {
    for (const tab of tabs.splice(0)) tab.close();
    localStorage.removeItem('moien.signed-in');
    sessionStorage.removeItem('moien.refresh-token');
  });

  describe('ends', () => {
    it('in every tab of the account at once, with the reason, and once', async () => {
      const [here, there] = [openTab(), openTab()];
      await here.signIn('t1');
      await eventually(() => there.session.token() === 't1');
      const [endsHere, endsThere] = [endsOf(here), endsOf(there)];
      here.session.end(BANNED);
      here.session.end({ why: 'revoked', message: 'too late' });
      expect(here.session.token()).toBeNull();
      await eventually(() => there.session.status() === 'signed-out');
      expect([endsHere, endsThere]).toEqual([[BANNED], [BANNED]]);
      expect(there.session.ended()).toEqual(BANNED);
      expect(there.session.admin()).toBeNull();
    });

    it('by signing out, in every tab, and the server is told', async () => {
      const [here, there] = [openTab(), openTab()];
      await here.signIn('t1');
      await eventually(() => there.session.token() === 't1');
      const signedOut = here.session.signOut();
      expect(here.session.status()).toBe('signed-out');
      const { request } = await here.answer('/auth/admin/logout', { ok: true });
      await signedOut;
      await eventually(() => there.session.token() === null);
      expect(request.credentials).toBe('include');
      expect(there.session.ended()).toBeNull();
    });

    it('by signing out where the server is not reached', async () => {
      const tab = openTab();
      await tab.signIn('t1');
      const signedOut = tab.session.signOut();
      await tab.lose('/auth/admin/logout');
      await expectAsync(signedOut).toBeResolved();
      expect(tab.session.token()).toBeNull();
    });

    it('for good: a refresh from before brings nothing back', async () => {
      const tab = openTab();
      await tab.signIn('t1');
      const refreshed = tab.session.refresh('t1');
      const request = await tab.request('/auth/admin/refresh');
      tab.session.end(BANNED);
      request.flush({ ok: true, tokens: { accessToken: 't2', expiresIn: 900 } });
      await tab.answer('/auth/me', { kind: 'admin', user: anAdmin(), sessionId: anId() });
      await expectAsync(refreshed).toBeRejectedWith(jasmine.objectContaining({ code: 'ABORTED' }));
      expect(tab.session.token()).toBeNull();
      expect(tab.session.ended()).toEqual(BANNED);
    });

    it('when another account signs in elsewhere in the browser, and goes on as theirs', async () => {
      const [here, there] = [openTab(), openTab()];
      await here.signIn('t1');
      await eventually(() => there.session.token() === 't1');
      const ends = endsOf(here);
      const other = anAdmin({ id: anId(901), email: 'omar@moien.example' });
      await there.signIn('u1', other);
      await eventually(() => here.session.token() === 'u1');
      expect(here.session.admin()).toEqual(other);
      expect(ends).toEqual([null]);
    });

    it('not by what is said of another account, or is no message at all', async () => {
      const tab = openTab();
      await tab.signIn('t1');
      const channel = new BroadcastChannel('moien-session');
      const heard = new Promise((resolve) => new BroadcastChannel('moien-session').addEventListener('message', ({ data }) => data === 'last' && resolve(data)));
      channel.postMessage({ kind: 'ended', account: anId(902), end: BANNED });
      channel.postMessage({ kind: 'ended', account: anAdmin().id, end: { why: 'because', message: 1 } });
      channel.postMessage({ kind: 'access', access: { token: 'forged' } });
      channel.postMessage(null);
      channel.postMessage('last');
      await heard;
      channel.close();
      expect(tab.session.token()).toBe('t1');
    });
  });

  describe('keeps in storage', () => {
    const stored = () => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]);

    it('neither tokens nor names, and after its end nothing at all', async () => {
      const before = stored();
      const tab = openTab();
      await tab.signIn('secret-t1');
      expect(stored()).not.toMatch(/secret|Lea|moien\.example/u);
      tab.session.end(BANNED);
      expect(stored()).toBe(before);
    });

    it('the refresh token, for this tab, of a server that does not use cookies', async () => {
      const before = stored();
      const tab = openTab();
      await tab.signIn('t1', anAdmin(), { refreshToken: 'r1' });
      const refreshed = tab.session.refresh('t1');
      const { request } = await tab.grantRefresh('t2', anAdmin(), { refreshToken: 'r2' });
      await refreshed;
      expect(request.body).toEqual({ refreshToken: 'r1', attempt: jasmine.any(String) });
      expect(sessionStorage.getItem('moien.refresh-token')).toBe('r2');
      const signedOut = tab.session.signOut();
      expect(stored()).toBe(before);
      const logout = await tab.answer('/auth/admin/logout', { ok: true });
      await signedOut;
      expect(logout.request.body).toEqual({ refreshToken: 'r2' });
    });
  });
});
