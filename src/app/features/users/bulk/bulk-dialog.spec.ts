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
  const look = async (desk: UsersDesk, now: PublicUser) =>
    (await desk.request(`/users/${now.id}`)).flush({ data: { ...now, banReason: now.isBanned ? 'Spam' : null, updatedAt: now.createdAt } });
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
    await look(desk, user(1));
    const request = await act(desk, { ...user(1), ...BANNED }, 'ban');
    expect(request.request.body).toEqual({ reason: 'Fraud' });
    await look(desk, { ...user(2), fullName: 'Another Name Now' });
    await look(desk, user(3));
    await act(desk, { ...user(3), ...BANNED }, 'ban');
    const element = await says(desk, 'Finished. 1 skipped');
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
    for (const n of [1, 2, 3]) {
      await look(desk, user(n));
      await act(desk, { ...user(n), ...BANNED }, 'ban');
    }
    const element = await says(desk, '3 users banned');
    desk.button('Undo', element).click();
    await look(desk, { ...user(1), ...BANNED });
    await act(desk, user(1), 'unban');
    await look(desk, user(2));
    await look(desk, { ...user(3), ...BANNED });
    await act(desk, user(3), 'unban');
    await says(desk, '2 users unbanned');
    expect(element.textContent).toContain('changed since it was selected');
    expect(() => desk.button('Undo', element)).toThrow();
  });

  it('says how many will be deleted before it does, and leaves those of whom it was not possible to try again', async () => {
    const desk = await select('en', 1, 2);
    press(desk, 'Delete…');
    const question = await desk.dialog();
    expect(question.textContent).toContain('Delete 2 users?');
    expect(question.textContent).toContain('User Number 1');
    desk.button('Delete 2 users', question).click();
    await look(desk, user(1));
    await desk.refuse(`/users/${anId(1)}`, 'DELETE', 'INTERNAL');
    await look(desk, user(2));
    await desk.answerChange(`/users/${anId(2)}`, 'DELETE', { ok: true });
    const element = await says(desk, '1 failed');
    expect(element.textContent).toContain('r-1');
    await eventually(() => {
      desk.render();
      return !desk.names.includes('User Number 2');
    });
    desk.button('Retry 1 user', element).click();
    await look(desk, user(1));
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
    await says(desk, 'Stopping after this one…');
    await look(desk, user(1));
    await desk.answerChange(`/users/${anId(1)}`, 'DELETE', { ok: true });
    await says(desk, 'Cancelled. 1 not reached');
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
