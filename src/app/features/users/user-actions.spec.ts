import { userTag } from '#contract/user-tag';
import type { PublicUser } from '#contract/users';
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
      expect(toast()).toContain('confirmed…');
      desk.tell('users.updated', { ...ANA, ...BANNED }, desk.seq);
      await eventually(() => !toast().includes('confirmed…'));
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

    it('says what it rests on, asks again with what somebody else changed, keeps what was written, and sends nothing before one has looked', async () => {
      const dialog = await begin();
      write(dialog, 'Abuse of couriers.');
      send(dialog);
      const first = await desk.request(path('/ban'), 'POST');
      expect(first.request.headers.get('If-Match')).toBe(userTag(ANA as PublicUser, 'ban'));
      const renamed = { ...(ANA as PublicUser), fullName: 'Ana Maria Souza' };
      first.flush({ statusCode: 409, code: 'STALE', message: 'no', current: renamed, requestId: 'r-1' }, { status: 409, statusText: 'STALE' });
      const notice = await eventually(() => dialog.querySelector<HTMLElement>('app-changed-notice') ?? undefined);
      expect([find(notice, 'del').textContent, find(notice, 'ins').textContent]).toEqual(['User Number 1', 'Ana Maria Souza']);
      expect(dialog.querySelector('.refusal')).toBeNull();
      expect(await accessibilityFaults(dialog)).toEqual([]);
      send(dialog);
      expect(document.activeElement).toBe(find(notice, 'button'));
      expect(desk.server.match(({ method }) => method === 'POST')).toEqual([]);
      desk.button('I have looked', dialog).click();
      desk.render();
      send(dialog);
      const second = await desk.request(path('/ban'), 'POST');
      expect(second.request.body).toEqual({ reason: 'Abuse of couriers.' });
      expect(second.request.headers.get('If-Match')).toBe(userTag(renamed, 'ban'));
      second.flush({ ok: true, user: { ...renamed, ...BANNED } });
      await gone();
    });

    it('keeps all of a reason that is too long, says by how much, and does not send it', async () => {
      const dialog = await begin({ language: 'ar' });
      const field = write(dialog, 'a'.repeat(511));
      send(dialog);
      expect(find(dialog, '#text-dialog-problem').textContent).toContain('١١ حرفًا زائدًا');
      expect([field.value.length, field.ariaInvalid]).toEqual([511, 'true']);
      desk.server.verify();
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
    await desk.answerChange(path('/unban'), 'POST', { ok: true, user: ANA, banReason: 'Fraud' });
    await eventually(() => toast().includes('Undo') && status() === 'Active');
    desk.button(/^Undo/u).click();
    const { request } = await desk.answerChange(path('/ban'), 'POST', { ok: true, user: { ...ANA, ...BANNED } });
    expect(request.body).toEqual({ reason: 'Fraud' });
    expect(request.headers.get('If-Match')).toBe(userTag(ANA as PublicUser, 'ban'));
  });

  it('An unban that is refused leaves the row as it was, and says why', async () => {
    desk = await UsersDesk.with(users(3, (n) => (n === 1 ? BANNED : {})));
    await desk.choose(anId(1), 'Unban');
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

  it('A name that somebody else changes while it is edited is shown beside the one before, and not written over unseen', async () => {
    desk = await UsersDesk.with(users(3));
    await desk.choose(anId(1), 'Edit name…');
    const dialog = await desk.dialog();
    write(dialog, 'Ana Maria Souza');
    desk.tell('users.updated', { ...(ANA as PublicUser), emailVerified: true });
    desk.tell('users.updated', { ...(ANA as PublicUser), fullName: 'Renamed By Another' });
    const notice = await eventually(() => dialog.querySelector<HTMLElement>('app-changed-notice') ?? undefined);
    expect(notice.textContent).toContain('User Number 1');
    expect(find(notice, 'ins').textContent).toBe('Renamed By Another');
    expect(find(dialog, 'input', HTMLInputElement).value).toBe('Ana Maria Souza');
    desk.button('I have looked', dialog).click();
    desk.render();
    send(dialog);
    const { request } = await desk.answerChange(path(), 'PATCH', { ok: true, user: { ...ANA, fullName: 'Ana Maria Souza' } });
    expect(request.headers.get('If-Match')).toBe(userTag({ ...(ANA as PublicUser), fullName: 'Renamed By Another' }, 'rename'));
    await gone();
  });

  it('A deletion of somebody who is another meanwhile asks again, with what has changed', async () => {
    desk = await UsersDesk.with(users(3));
    await desk.choose(anId(1), 'Delete…');
    desk.button('Delete', await desk.dialog()).click();
    await gone();
    const first = await desk.request(path(), 'DELETE');
    expect(first.request.headers.get('If-Match')).toBe(userTag(ANA as PublicUser, 'delete'));
    const verified = { ...(ANA as PublicUser), fullName: 'Ana Maria Souza' };
    first.flush({ statusCode: 409, code: 'STALE', message: 'no', current: verified, requestId: 'r-1' }, { status: 409, statusText: 'STALE' });
    const dialog = await desk.dialog();
    expect(dialog.querySelector('h2')?.textContent).toContain('Ana Maria Souza');
    expect(find(dialog, 'del').textContent).toBe('User Number 1');
    desk.button('Delete', dialog).click();
    await gone();
    const { request } = await desk.answerChange(path(), 'DELETE', { ok: true });
    expect(request.headers.get('If-Match')).toBe(userTag(verified, 'delete'));
    await eventually(() => desk.names.length === 2);
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
