import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { accessibilityFaults } from '../../../testing/axe';
import { eventually } from '../../../testing/eventually';
import { anId, aUser } from '../../../testing/people';
import { users, UsersDesk } from '../../../testing/users-desk';
import { LANGUAGES } from '../../core/i18n/languages';
import { Session } from '../../core/session/session';

describe('The users page', () => {
  afterEach(() => localStorage.removeItem('moien.language'));

  const search = (desk: UsersDesk, text: string) => {
    const field = desk.one('[role=search] input', HTMLInputElement);
    field.value = text;
    field.dispatchEvent(new Event('input'));
    return field;
  };

  for (const language of LANGUAGES)
    it(`has no accessibility faults in ${language}, with a user open`, async () => {
      const desk = await UsersDesk.with(users(3), { language, url: `/users?user=${anId(2)}` });
      await desk.answerDetails(aUser({ id: anId(2) }));
      await desk.still();
      expect(await accessibilityFaults(desk.element)).toEqual([]);
    });

  it('shows who is there, how many, and that it is live', async () => {
    const desk = await UsersDesk.with(users(3));
    expect(desk.names).toEqual(['User Number 1', 'User Number 2', 'User Number 3']);
    expect(desk.one('.total').textContent).toBe('3 users');
    expect(desk.one('[data-testid=freshness-users]').dataset['state']).toBe('live');
  });

  it('counts in Arabic as Arabic does', async () => {
    const desk = await UsersDesk.with(users(3), { language: 'ar' });
    expect(desk.one('.total').textContent).toBe('٣ مستخدمين');
  });

  it('puts who registers at the top, once', async () => {
    const desk = await UsersDesk.with(users(2));
    const [newcomer] = users(1, () => ({ id: anId(77), fullName: 'Just Registered Now', createdAt: '2026-03-01T00:00:00.000Z' }));
    desk.tell('users.created', newcomer ?? {});
    desk.tell('users.created', newcomer ?? {}, desk.seq);
    await eventually(() => desk.names[0] === 'Just Registered Now');
    expect(desk.names.length).toBe(3);
    expect(desk.row(anId(77)).classList).toContain('new');
  });

  it('takes out who is deleted, and replaces who is changed', async () => {
    const desk = await UsersDesk.with(users(3));
    desk.tell('users.deleted', { id: anId(1) });
    desk.tell('users.updated', { ...users(2)[1], fullName: 'Another Name Now' });
    await eventually(() => desk.names.length === 2);
    expect(desk.names).toEqual(['Another Name Now', 'User Number 3']);
  });

  describe('before the first answer', () => {
    it('shows that rows are to come', async () => {
      const desk = await UsersDesk.open();
      expect(desk.one('app-skeleton-rows').textContent).toContain('Loading');
    });

    it('says why there is none, quotes the request, and tries again at once', async () => {
      const desk = await UsersDesk.open();
      await desk.refuse('/users', 'GET', 'INTERNAL');
      await eventually(() => desk.element.querySelector('app-error-state') !== null);
      expect(desk.one('app-error-state').textContent).toContain('Something went wrong on the server.');
      expect(desk.one('app-error-state bdi').textContent).toBe('r-1');
      desk.button('Try again').click();
      await desk.answerList(users(1));
      await eventually(() => desk.names.length > 0);
      expect(desk.names).toEqual(['User Number 1']);
    });
  });

  describe('with nothing to show', () => {
    it('says that nobody has registered yet', async () => {
      const desk = await UsersDesk.with([]);
      expect(desk.one('app-empty-state').textContent).toContain('No users yet');
    });

    it('says that nobody matches, and clears the filters', async () => {
      const desk = await UsersDesk.with([], { url: '/users?q=nobody&status=banned' });
      expect(desk.one('app-empty-state').textContent).toContain('No users match');
      desk.button('Clear filters').click();
      const request = await desk.answerList(users(1));
      expect(desk.url).toBe('/users');
      expect(request.request.params.has('q')).toBeFalse();
    });
  });

  describe('by its address', () => {
    it('opens as the link says', async () => {
      const desk = await UsersDesk.open({ url: '/users?q=number&status=banned&sort=fullName&dir=desc' });
      const { params } = (await desk.request('/users')).request;
      expect(['q', 'status', 'sort', 'dir'].map((name) => params.get(name))).toEqual(['number', 'banned', 'fullName', 'desc']);
      expect(desk.one('[role=search] input', HTMLInputElement).value).toBe('number');
    });

    for (const part of ['status=gone', 'verified=perhaps', 'country=nowhere', 'country=', 'sort=phone', 'dir=up', `q=${'a'.repeat(1_001)}`])
      it(`shows nothing rather than more than the link asks for, and leaves out what it does not understand when told to: ${part.slice(0, 20)}`, async () => {
        const desk = await UsersDesk.open({ url: `/users?user=me&${part}` });
        await desk.answerList(users(2));
        const notice = await eventually(() => desk.element.querySelector('app-misread-address') ?? undefined);
        expect(notice.textContent).toContain(part);
        expect([desk.element.querySelector('[data-id]'), desk.element.querySelector('.total')]).toEqual([null, null]);
        expect(await accessibilityFaults(desk.element)).toEqual([]);
        desk.button('Leave that out').click();
        await eventually(() => desk.url === '/users?user=me');
        await eventually(() => desk.element.querySelector('app-misread-address') === null);
      });

    it('takes every country that can be ticked', async () => {
      const codes = Array.from({ length: 120 }, (_, n) => String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26)));
      const desk = await UsersDesk.open({ url: `/users?country=${codes.join(',')}` });
      expect((await desk.request('/users')).request.params.get('country')).toBe(codes.join(','));
    });

    it('keeps what is too long to be searched for, says by how much, and does not search for a part of it', async () => {
      const desk = await UsersDesk.with(users(2));
      const field = search(desk, 'a'.repeat(1_400));
      desk.press('Enter', field);
      desk.render();
      expect(desk.one('#users-search-over').textContent).toContain('400 characters too many');
      expect([field.value.length, field.ariaInvalid, desk.url]).toEqual([1_400, 'true', '/users']);
      desk.server.verify();
    });

    it('asks once for what was typed, and keeps the rows from before until the answer', async () => {
      const desk = await UsersDesk.with(users(3));
      search(desk, 'num');
      search(desk, 'number 2');
      const request = await desk.request('/users');
      await eventually(() => desk.one('[role=grid]').ariaBusy === 'true');
      expect(request.request.params.get('q')).toBe('number 2');
      expect(desk.names.length).toBe(3);
      expect(desk.url).toBe('/users?q=number%202');
      desk.server.verify();
    });

    it('goes back to before a search, not letter by letter', async () => {
      const desk = await UsersDesk.with(users(3));
      for (const text of ['n', 'nu']) {
        search(desk, text);
        await eventually(() => desk.url === `/users?q=${text}`);
      }
      TestBed.inject(Location).back();
      await eventually(() => desk.url === '/users');
      desk.render();
      expect(desk.one('[role=search] input', HTMLInputElement).value).toBe('');
    });

    it('filters by status', async () => {
      const desk = await UsersDesk.with(users(3));
      [...desk.element.querySelectorAll('label')].find(({ textContent }) => textContent.trim() === 'Banned')?.click();
      const { request } = await desk.request('/users');
      expect(request.params.get('status')).toBe('banned');
      expect(desk.url).toBe('/users?status=banned');
    });

    it('sorts by a column, and by the same the other way round', async () => {
      const desk = await UsersDesk.with(users(3));
      desk.button('Name').click();
      await desk.answerList(users(3));
      await eventually(() => desk.element.querySelector('[aria-sort=ascending]') !== null);
      expect(desk.url).toBe('/users?sort=fullName');
      desk.button('Name').click();
      await desk.request('/users');
      expect(desk.url).toBe('/users?sort=fullName&dir=desc');
    });
  });

  it('is sorted by a list of columns where there is no room for their headers', async () => {
    const desk = await UsersDesk.with(users(3), { width: 360 });
    const list = desk.one('select', HTMLSelectElement);
    expect([...list.options].map(({ text }) => text)).toEqual(['Name', 'Email', 'Country', 'Registered']);
    expect(list.value).toBe('createdAt');
    list.value = 'email';
    list.dispatchEvent(new Event('change'));
    expect((await desk.request('/users')).request.params.get('dir')).toBe('asc');
    expect(desk.url).toBe('/users?sort=email');
  });

  it('gives the search the focus by "/", unless something is being typed', async () => {
    const desk = await UsersDesk.with(users(1));
    const field = desk.one('[role=search] input');
    desk.press('/', document.body);
    expect(document.activeElement).toBe(field);
  });

  it('says so when its rows may be old', async () => {
    const desk = await UsersDesk.with(users(1));
    desk.socket.cut();
    await eventually(() => desk.element.querySelector('.doubt') !== null);
    expect(desk.one('.doubt').textContent).toContain('may be out of date');
    expect(desk.one('[data-testid=freshness-users]').dataset['state']).toBe('stale');
    expect(desk.names.length).toBe(1);
  });

  it('drops its rows in the same moment as the session', async () => {
    const desk = await UsersDesk.with(users(2));
    await desk.signIn();
    TestBed.inject(Session).end(null);
    desk.render();
    expect(desk.element.textContent).not.toContain('User Number');
    expect(desk.element.textContent).not.toContain('example.com');
  });
});
