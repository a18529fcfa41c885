import { TestBed } from '@angular/core/testing';
import type { Session as SignIn } from '#contract/auth';
import { accessibilityFaults } from '../../../testing/axe';
import { PageDesk } from '../../../testing/page-desk';
import { anId } from '../../../testing/people';
import { type LanguageCode, LANGUAGES } from '../../core/i18n/languages';
import { Session } from '../../core/session/session';
import { sessionsRoutes } from './sessions.routes';

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';
const signIn = (n: number, differences: Partial<SignIn> = {}): SignIn => ({
  id: anId(n),
  device: CHROME,
  createdAt: '2026-02-01T12:00:00.000Z',
  lastUsedAt: '2026-02-01T12:00:00.000Z',
  current: n === 1,
  ...differences,
});
const PATH = '/auth/admin/sessions';

describe('The sessions page', () => {
  let desk: PageDesk;
  const open = async (language: LanguageCode = 'en') => (desk = await PageDesk.open(sessionsRoutes, { url: '/sessions', language }));
  const answer = (...sessions: SignIn[]) => desk.answer(PATH, { data: sessions });
  const ids = () => [...desk.element.querySelectorAll<HTMLElement>('[data-id]')].map(({ dataset }) => dataset['id']);

  afterEach(() => localStorage.removeItem('moien.language'));

  for (const language of LANGUAGES)
    it(`has no accessibility faults in ${language}`, async () => {
      await open(language);
      await answer(signIn(1), signIn(2, { device: '' }));
      await desk.still();
      expect(await accessibilityFaults(desk.element)).toEqual([]);
    });

  it('shows that rows are to come, then this device first, with what each said of itself', async () => {
    await open();
    expect(desk.text).toContain('Loading');
    await answer(signIn(2, { device: 'curl/8.1' }), signIn(1));
    expect(ids()).toEqual([anId(1), anId(2)]);
    expect(desk.row(anId(1)).textContent).toContain('This device');
    expect(desk.row(anId(1)).textContent).toContain('\u2068Chrome 130\u2069 on \u2068Linux\u2069');
    expect(desk.row(anId(2)).textContent).toContain('Unknown device');
    expect(desk.row(anId(2)).querySelector('code')?.textContent).toBe('curl/8.1');
  });

  it('says why there are none, quotes the request, and tries again', async () => {
    await open();
    await desk.refuse(PATH, 'INTERNAL');
    expect(desk.one('app-error-state').textContent).toContain('r-1');
    desk.button('Try again').click();
    await answer(signIn(1));
    expect(ids()).toEqual([anId(1)]);
  });

  it('keeps its rows when a check fails, and says that they are old', async () => {
    await open();
    await answer(signIn(1));
    expect(desk.one('app-checked-at').dataset['state']).toBe('checked');
    desk.press('r');
    await desk.refuse(PATH, 'INTERNAL');
    expect(desk.one('app-checked-at').dataset['state']).toBe('stale');
    expect(desk.text).toContain('may be out of date');
    expect(ids().length).toBe(1);
  });

  it('takes a session out once it is ended, and asks how things stand', async () => {
    await open();
    await answer(signIn(1), signIn(2), signIn(3));
    desk.button(/^Sign out/u, desk.row(anId(2))).click();
    desk.render();
    expect(desk.row(anId(2)).ariaBusy).toBe('true');
    await desk.answer(`${PATH}/${anId(2)}/revoke`, { ok: true }, 'POST');
    await desk.until(() => ids().length === 2);
    await answer(signIn(1), signIn(3));
    expect(desk.toasts).toContain('signed out');
    expect(desk.toasts).not.toContain('confirmed');
  });

  it('does not believe an answer from before an own action', async () => {
    await open();
    await answer(signIn(1), signIn(2));
    desk.press('r');
    const before = await desk.request(PATH);
    desk.button(/^Sign out/u, desk.row(anId(2))).click();
    await desk.answer(`${PATH}/${anId(2)}/revoke`, { ok: true }, 'POST');
    await desk.until(() => ids().length === 1);
    expect(before.cancelled).toBeTrue();
  });

  it('says why a session was not ended, and leaves it there', async () => {
    await open();
    await answer(signIn(1), signIn(2));
    desk.button(/^Sign out/u, desk.row(anId(2))).click();
    await desk.refuse(`${PATH}/${anId(2)}/revoke`, 'INTERNAL', 'POST');
    await desk.until(() => desk.toasts.includes('was not signed out'));
    expect(ids().length).toBe(2);
  });

  it('asks before it ends all others, and counts those that were not', async () => {
    await open();
    await answer(signIn(1), signIn(2), signIn(3), signIn(4));
    desk.button('Sign out all others…').click();
    const dialog = await desk.dialog();
    expect(dialog.textContent).toContain('Sign out 3 other sessions?');
    desk.button('Sign out', dialog).click();
    await desk.noDialog();
    await desk.answer(`${PATH}/${anId(2)}/revoke`, { ok: true }, 'POST');
    await desk.refuse(`${PATH}/${anId(3)}/revoke`, 'NOT_FOUND', 'POST');
    await desk.refuse(`${PATH}/${anId(4)}/revoke`, 'INTERNAL', 'POST');
    await answer(signIn(1), signIn(4));
    await desk.until(() => desk.toasts.includes('1 session was not signed out.'));
    expect(ids()).toEqual([anId(1), anId(4)]);
  });

  it('has nothing to end where there is one session only', async () => {
    await open();
    await answer(signIn(1));
    expect(desk.button('Sign out all others…').ariaDisabled).toBe('true');
    expect(desk.text).toContain('on this device only');
  });

  it('asks again when the connection comes back', async () => {
    await open();
    await answer(signIn(1));
    desk.socket.cut();
    await answer(signIn(1));
    desk.socket.accept();
    await answer(signIn(1), signIn(2));
    expect(ids().length).toBe(2);
  });

  it('is walked through by j and k', async () => {
    await open();
    await answer(signIn(1), signIn(2));
    const focused = () => (document.activeElement as HTMLElement).dataset['id'];
    desk.press('j');
    expect(focused()).toBe(anId(1));
    desk.press('j');
    expect(focused()).toBe(anId(2));
    desk.press('k');
    expect(focused()).toBe(anId(1));
  });

  it('forgets its rows with the session', async () => {
    await open();
    await answer(signIn(1));
    TestBed.inject(Session).end(null);
    desk.render();
    expect(ids()).toEqual([]);
    desk.press('r');
    desk.server.verify();
  });
});
