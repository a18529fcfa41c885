import { accessibilityFaults } from '../../../testing/axe';
import { eventually } from '../../../testing/eventually';
import { find } from '../../../testing/find';
import { anId } from '../../../testing/people';
import { users, UsersDesk } from '../../../testing/users-desk';
import { LANGUAGES } from '../../core/i18n/languages';

const BANNED = { isBanned: true, bannedAt: '2026-02-01T12:00:00.000Z' };
const [ANA] = users(1);
const path = (action = '') => `/users/${anId(1)}${action}`;

describe('What an admin does to a user', () => {
  let desk: UsersDesk;
  const status = () => desk.row(anId(1)).querySelector('app-status-chip')?.textContent.trim();
  const toast = () => desk.one('section[aria-live]').textContent.replace(/\s+/gu, ' ').trim();
  const write = (dialog: HTMLElement, text: string) => {
    const field = dialog.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
    if (!field) throw new Error('nothing to write in');
    field.value = text;
    field.dispatchEvent(new Event('input'));
    return field;
  };
  const send = (dialog: HTMLElement) => {
    find(dialog, '[type=submit]').click();
    desk.render();
  };
  const gone = () => eventually(() => document.querySelector('[role=dialog], [role=alertdialog]') === null);
  /** A dialog left open would be there for the next spec. */
  const discard = async (dialog: HTMLElement) => {
    write(dialog, '');
    find(dialog, 'footer button').click();
    desk.render();
    await gone();
  };

  afterEach(() => localStorage.removeItem('moien.language'));

  describe('a ban', () => {
    const begin = async (options = {}) => {
      desk = await UsersDesk.with(users(3), options);
      desk.button(/./u, desk.row(anId(1))).click();
      const menu = await eventually(() => document.querySelector('[role=menu]') ?? undefined);
      menu.querySelectorAll<HTMLElement>('[role=menuitem]')[3]?.click();
      return desk.dialog();
    };

    for (const language of LANGUAGES)
      it(`is asked for without accessibility faults in ${language}, with its complaints`, async () => {
        const dialog = await begin({ language });
        send(dialog);
        await desk.still();
        expect(await accessibilityFaults(dialog)).toEqual([]);
        await discard(dialog);
      });

    it('needs a reason', async () => {
      const dialog = await begin();
      write(dialog, '  ');
      send(dialog);
      expect(dialog.textContent).toContain('Enter the reason.');
      expect(find(dialog, 'textarea').ariaInvalid).toBe('true');
      expect(document.activeElement).toBe(find(dialog, 'textarea'));
      desk.server.verify();
      await discard(dialog);
    });

    it('is shown at once, proves itself, and is not changed by its echo', async () => {
      const dialog = await begin();
      write(dialog, 'Abuse of couriers. ');
      send(dialog);
      await eventually(() => desk.row(anId(1)).ariaBusy === 'true');
      const { request } = await desk.answerChange(path('/ban'), 'POST', { ok: true, user: { ...ANA, ...BANNED } });
      expect(request.body).toEqual({ reason: 'Abuse of couriers.' });
      await gone();
      await eventually(() => status() === 'Banned');
      expect(toast()).toContain('\u2068User Number 1\u2069 banned');
      expect(toast()).toContain('seen live…');
      desk.tell('users.updated', { ...ANA, ...BANNED }, desk.seq);
      await eventually(() => !toast().includes('seen live…'));
      expect(status()).toBe('Banned');
      expect(desk.row(anId(1)).ariaBusy).toBeNull();
    });

    it('is undone by the reverse call', async () => {
      const dialog = await begin();
      write(dialog, 'Abuse of couriers.');
      send(dialog);
      await desk.answerChange(path('/ban'), 'POST', { ok: true, user: { ...ANA, ...BANNED } });
      await gone();
      await eventually(() => toast().includes('Undo'));
      desk.button(/^Undo/u).click();
      await desk.answerChange(path('/unban'), 'POST', { ok: true, user: ANA });
      await eventually(() => status() === 'Active');
      expect(toast()).toContain('unbanned');
    });

    it('that is refused says why, and keeps what was written', async () => {
      const dialog = await begin();
      write(dialog, 'Abuse of couriers.');
      send(dialog);
      await desk.refuse(path('/ban'), 'POST', 'ALREADY_BANNED');
      await eventually(() => dialog.querySelector('[role=alert]') !== null);
      expect(find(dialog, '[role=alert]').textContent).toContain('This account is already banned.');
      expect(find(dialog, 'textarea', HTMLTextAreaElement).value).toBe('Abuse of couriers.');
      expect(status()).toBe('Active');
      // Somebody else was faster: what they did is asked for at once.
      expect((await desk.request('/events')).request.params.get('after')).toBe('log1:5');
      await discard(dialog);
    });

    it('half written is not thrown away without asking', async () => {
      const dialog = await begin();
      write(dialog, 'Abuse');
      desk.button('Cancel', dialog).click();
      desk.render();
      expect(dialog.textContent).toContain('Discard what you typed?');
      desk.button('Keep editing', dialog).click();
      desk.render();
      expect(find(dialog, 'textarea', HTMLTextAreaElement).value).toBe('Abuse');
      desk.button('Cancel', dialog).click();
      desk.render();
      desk.button('Discard', dialog).click();
      await gone();
      expect(document.querySelector('[role=dialog]')).toBeNull();
    });

    it('leaves the focus on the row it was about', async () => {
      const dialog = await begin();
      desk.button('Cancel', dialog).click();
      await gone();
      await eventually(() => document.activeElement === desk.row(anId(1)));
      expect(document.activeElement?.getAttribute('data-id')).toBe(anId(1));
    });
  });

  it('An unban can be undone with the reason of before', async () => {
    desk = await UsersDesk.with(users(3, (n) => (n === 1 ? BANNED : {})));
    await desk.choose(anId(1), 'Unban');
    (await desk.request(path())).flush({ data: { ...ANA, ...BANNED, banReason: 'Fraud', updatedAt: BANNED.bannedAt } });
    await desk.answerChange(path('/unban'), 'POST', { ok: true, user: ANA });
    await eventually(() => toast().includes('Undo') && status() === 'Active');
    desk.button(/^Undo/u).click();
    const { request } = await desk.answerChange(path('/ban'), 'POST', { ok: true, user: { ...ANA, ...BANNED } });
    expect(request.body).toEqual({ reason: 'Fraud' });
  });

  it('An unban that is refused leaves the row as it was, and says why', async () => {
    desk = await UsersDesk.with(users(3, (n) => (n === 1 ? BANNED : {})));
    await desk.choose(anId(1), 'Unban');
    await desk.refuse(path(), 'GET', 'NOT_FOUND');
    await desk.refuse(path('/unban'), 'POST', 'NOT_BANNED');
    await eventually(() => toast().includes('was not unbanned'));
    expect(toast()).toContain('This account is not banned.');
    expect(status()).toBe('Banned');
  });

  it('A name has three words', async () => {
    desk = await UsersDesk.with(users(3));
    await desk.choose(anId(1), 'Edit name…');
    const dialog = await desk.dialog();
    expect(find(dialog, 'input', HTMLInputElement).value).toBe('User Number 1');
    write(dialog, 'Ana Souza');
    send(dialog);
    expect(dialog.textContent).toContain('A full name has at least three words.');
    write(dialog, ' Ana Maria  Souza ');
    send(dialog);
    await desk.answerChange(path(), 'PATCH', { ok: true, user: { ...ANA, fullName: 'Ana Maria Souza' } });
    await gone();
    await eventually(() => desk.names[0] === 'Ana Maria Souza');
    expect(toast()).toContain('Name of');
  });

  it('A deletion asks first, and names who will go', async () => {
    desk = await UsersDesk.with(users(3));
    await desk.choose(anId(1), 'Delete…');
    const dialog = await desk.dialog();
    expect(dialog.textContent).toContain('\u2068User Number 1\u2069 (\u2068user.1@example.com\u2069)');
    desk.button('Cancel', dialog).click();
    await gone();
    desk.server.verify();
    await desk.choose(anId(1), 'Delete…');
    desk.button('Delete', await desk.dialog()).click();
    await gone();
    await desk.answerChange(path(), 'DELETE', { ok: true });
    await eventually(() => desk.names.length === 2);
    expect(desk.names).not.toContain('User Number 1');
    expect(desk.one('.total').textContent).toBe('2 users');
  });
});
