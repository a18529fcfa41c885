import { UNDO_MS } from '#contract/undo';
import { userTag } from '#contract/user-tag';
import type { PublicUser } from '#contract/users';
import { accessibilityFaults } from '../../../../testing/axe';
import { eventually } from '../../../../testing/eventually';
import { anId } from '../../../../testing/people';
import { users, UsersDesk } from '../../../../testing/users-desk';
import { LANGUAGES, type LanguageCode } from '../../../core/i18n/languages';

const BANNED = { isBanned: true, bannedAt: '2026-02-01T12:00:00.000Z' };

describe('Acting on all who are selected', () => {
  afterEach(() => localStorage.removeItem('moien.language'));

  const all = users(5);
  const user = (n: number): PublicUser => all[n - 1] as PublicUser;
  const select = async (language: LanguageCode = 'en', ...numbers: number[]): Promise<UsersDesk> => {
    const desk = await UsersDesk.with(all, { language });
    for (const n of numbers) desk.row(anId(n)).querySelector<HTMLElement>('[data-pick]')?.click();
    desk.render();
    return desk;
  };
  const press = (desk: UsersDesk, name: string) => {
    desk.button(name, desk.one('app-selection-bar')).click();
    desk.render();
  };
  const refuseStale = async (desk: UsersDesk, now: PublicUser, action: string) =>
    (await desk.request(`/users/${now.id}/${action}`, 'POST')).flush(
      { statusCode: 409, code: 'STALE', message: 'no', current: now, requestId: 'r-1' },
      { status: 409, statusText: 'STALE' },
    );
  const act = (desk: UsersDesk, after: PublicUser, action: string) => desk.answerChange(`/users/${after.id}/${action}`, 'POST', { ok: true, user: after });
  const dialog = () => eventually(() => document.querySelector<HTMLElement>('app-bulk-dialog') ?? undefined);
  const says = async (desk: UsersDesk, text: string) => {
    const element = await dialog();
    await eventually(() => {
      desk.render();
      return element.innerText.replace(/\s+/gu, ' ').includes(text);
    });
    return element;
  };
  const ban = async (desk: UsersDesk) => {
    press(desk, 'Ban…');
    const question = await desk.dialog();
    expect(question.querySelector('h2')?.textContent).toContain('Ban 3 users');
    const field = question.querySelector('textarea') as HTMLTextAreaElement;
    field.value = 'Fraud';
    field.dispatchEvent(new Event('input'));
    desk.button('Ban', question).click();
  };

  it('bans for one reason, tells of each, and passes over who changed since, as they were and as they are', async () => {
    const desk = await select('en', 1, 2, 3);
    await ban(desk);
    const request = await act(desk, { ...user(1), ...BANNED }, 'ban');
    expect(request.request.body).toEqual({ reason: 'Fraud' });
    expect(request.request.headers.get('If-Match')).toBe(userTag(user(1), 'ban'));
    await refuseStale(desk, { ...user(2), fullName: 'Another Name Now' }, 'ban');
    await act(desk, { ...user(3), ...BANNED }, 'ban');
    const element = await says(desk, 'Finished. 1 user skipped');
    expect(element.querySelector('h2')?.textContent).toContain('2 users banned');
    expect(element.querySelector('del')?.textContent).toBe('User Number 2');
    expect(element.querySelector('ins')?.textContent).toBe('Another Name Now');
    expect(await accessibilityFaults(element)).toEqual([]);
    expect(document.activeElement?.textContent).toContain('Close');
    // Whoever it was done to is let go; the others stay selected.
    expect(desk.one('app-selection-bar').textContent).toContain('1 selected');
  });

  it('takes it back, but not from whoever was changed since', async () => {
    const desk = await select('en', 1, 2, 3);
    await ban(desk);
    for (const n of [1, 2, 3]) await act(desk, { ...user(n), ...BANNED }, 'ban');
    const element = await says(desk, '3 users banned');
    desk.button(/^Undo/u, element).click();
    await act(desk, user(1), 'unban');
    await refuseStale(desk, user(2), 'unban');
    await act(desk, user(3), 'unban');
    await says(desk, '2 users unbanned');
    expect(element.textContent).toContain('changed since it was selected');
    expect(() => desk.button(/^Undo/u, element)).toThrow();
  });

  it('offers to take it back no longer than single actions do, and says when that comes too late for the mails', async () => {
    const now = performance.now.bind(performance);
    let ahead = 0;
    spyOn(performance, 'now').and.callFake(() => now() + ahead);
    const desk = await select('en', 1, 2, 3);
    await ban(desk);
    for (const n of [1, 2, 3]) {
      await act(desk, { ...user(n), ...BANNED }, 'ban');
      ahead += UNDO_MS / 2;
    }
    const element = await says(desk, 'has already gone to some of them');
    expect(desk.button(/^Undo/u, element)).toBeTruthy();
    ahead += UNDO_MS;
    await eventually(() => {
      desk.render();
      return !/Undo|has already gone/u.test(element.textContent);
    });
  });

  it('says how many will be deleted before it does, and leaves those of whom it was not possible to try again', async () => {
    const desk = await select('en', 1, 2);
    press(desk, 'Delete…');
    const question = await desk.dialog();
    expect(question.textContent).toContain('Delete 2 users?');
    expect(question.textContent).toContain('User Number 1');
    desk.button('Delete 2 users', question).click();
    await desk.refuse(`/users/${anId(1)}`, 'DELETE', 'INTERNAL');
    await desk.answerChange(`/users/${anId(2)}`, 'DELETE', { ok: true });
    const element = await says(desk, '1 failure');
    expect(element.textContent).toContain('r-1');
    await eventually(() => {
      desk.render();
      return !desk.names.includes('User Number 2');
    });
    desk.button('Try 1 user again', element).click();
    await desk.answerChange(`/users/${anId(1)}`, 'DELETE', { ok: true });
    await says(desk, '1 user deleted');
  });

  it('is cancelled, and does not close before it has stopped', async () => {
    const desk = await select('en', 1, 2);
    press(desk, 'Delete…');
    desk.button('Delete 2 users', await desk.dialog()).click();
    const element = await says(desk, 'Deleting 2 users…');
    desk.press('Escape', element);
    desk.button('Cancel', element).click();
    await says(desk, 'Stopping after this user…');
    await desk.answerChange(`/users/${anId(1)}`, 'DELETE', { ok: true });
    await says(desk, 'Cancelled. 1 user not processed');
    desk.button('Close', element).click();
    await eventually(() => document.querySelector('app-bulk-dialog') === null);
    expect(desk.one('app-selection-bar').textContent).toContain('1 selected');
  });

  for (const language of LANGUAGES)
    it(`offers what fits those who are selected, in ${language}`, async () => {
      const desk = await select(language, 1, 2);
      expect(desk.one('app-selection-bar').querySelectorAll('button').length).toBe(3);
      expect(await accessibilityFaults(desk.one('app-selection-bar'))).toEqual([]);
    });
});
