import { accessibilityFaults } from '../../../../testing/axe';
import { eventually } from '../../../../testing/eventually';
import { anId, aUser } from '../../../../testing/people';
import { users, UsersDesk } from '../../../../testing/users-desk';

/** Comes in above all others. */
const newcomer = (n: number) => aUser({ id: anId(500 + n), fullName: `Newcomer Number ${String(n)}`, createdAt: new Date(Date.UTC(2026, 5, n)).toISOString() });

describe('The grid of users', () => {
  afterEach(() => localStorage.removeItem('moien.language'));

  const grid = (desk: UsersDesk) => desk.one('[role=grid]');
  const top = (desk: UsersDesk, id: string) => desk.row(id).getBoundingClientRect().top;
  const point = (element: Element) => element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
  /** What the pill says. */
  const words = (desk: UsersDesk) => desk.element.querySelector('[appPill]')?.textContent.replace(/\s+/gu, ' ').trim();
  const scrollTo = async (desk: UsersDesk, pixels: number) => {
    grid(desk).scrollTop = pixels;
    await eventually(() => desk.element.querySelector(`[aria-rowindex="${String(Math.floor(pixels / 44) + 2)}"]`) !== null);
  };

  it('draws what is in sight, and says how much there is', async () => {
    const desk = await UsersDesk.with(users(100), { total: 5000, next: 'more' });
    expect(desk.names.length).toBeLessThan(40);
    expect(grid(desk).ariaRowCount).toBe('5001');
    expect(desk.row(anId(1)).ariaRowIndex).toBe('2');
    expect(await accessibilityFaults(grid(desk))).toEqual([]);
  });

  it('is drawn over some frames at first, and says that it is busy until then', async () => {
    const desk = await UsersDesk.open();
    await desk.answerList(users(100));
    desk.render();
    expect(grid(desk).ariaBusy).toBe('true');
    await desk.drawn();
    expect(desk.names.slice(0, 13)).toEqual(users(13).map(({ fullName }) => fullName));
  });

  it('says which column it is sorted by', async () => {
    const desk = await UsersDesk.with(users(1));
    expect([...grid(desk).querySelectorAll('[role=columnheader]')].map((header) => header.ariaSort)).toContain('descending');
  });

  it('says in words what icons and colours say', async () => {
    const [user] = users(1, () => ({ isBanned: true, bannedAt: '2026-02-01T12:00:00.000Z', phoneVerified: false }));
    const desk = await UsersDesk.with([user ?? aUser()], { width: 1400 });
    const row = desk.row(anId(1));
    expect(row.querySelector('app-status-chip')?.textContent.trim()).toBe('Banned');
    expect(row.querySelector('app-status-chip')?.getAttribute('title')).toContain('Banned since 1 Feb 2026');
    expect([...row.querySelectorAll('[role=img]')].map(({ ariaLabel }) => ariaLabel)).toEqual(['Email verified', 'Phone not verified']);
  });

  it('names the country in the language of the page', async () => {
    const desk = await UsersDesk.with(users(1), { language: 'ar', width: 1400 });
    expect(desk.row(anId(1)).textContent).toContain('لوكسمبورغ');
  });

  it('leaves columns out where there is no room, and ends with two lines a row', async () => {
    const desk = await UsersDesk.with(users(1), { width: 360 });
    await eventually(() => grid(desk).querySelectorAll('[role=columnheader]').length === 3);
    expect(desk.row(anId(1)).textContent).toContain('user.1@example.com');
    expect(desk.row(anId(1)).querySelector('app-status-chip')).not.toBeNull();
    expect(grid(desk).scrollWidth).toBe(grid(desk).clientWidth);
  });

  it('fetches the next page before its end is reached', async () => {
    const desk = await UsersDesk.with(users(100), { total: 250, next: 'more' });
    await scrollTo(desk, 50 * 44);
    const { request } = await desk.request('/users');
    expect(request.params.get('cursor')).toBe('more');
  });

  describe('while somebody reads', () => {
    it('moves no row while one is pointed at, not even when rows go, and says what waits', async () => {
      const desk = await UsersDesk.with(users(100));
      point(desk.row(anId(5)));
      const before = [4, 5, 6].map((n) => top(desk, anId(n)));
      for (let n = 1; n <= 30; n++) desk.tell('users.created', newcomer(n));
      for (const n of [2, 5]) desk.tell('users.deleted', { id: anId(n) });
      await eventually(() => words(desk) === '30 new · 2 left the list');
      expect([4, 5, 6].map((n) => top(desk, anId(n)))).toEqual(before);
      expect(desk.row(anId(5)).textContent).toContain('Not listed');
      desk.button(/^Actions for/u, desk.row(anId(5))).click();
      expect(document.querySelector('[role=menu]')).toBeNull();
      desk.one('[appPill]').click();
      await eventually(() => desk.names[0] === 'Newcomer Number 30');
      expect([desk.element.querySelector('[appPill]'), desk.element.querySelector(`[data-id="${anId(5)}"]`)]).toEqual([null, null]);
    });

    it('still waits while the pointer is on its way to what waits, and lets go when it leaves from there', async () => {
      const desk = await UsersDesk.with(users(100));
      point(desk.row(anId(5)));
      desk.tell('users.created', newcomer(1));
      await eventually(() => words(desk) === '1 new');
      grid(desk).dispatchEvent(new PointerEvent('pointerleave', { relatedTarget: desk.one('[appPill]') }));
      desk.render();
      expect(desk.names[0]).toBe('User Number 1');
      desk.one('[appPill]').dispatchEvent(new PointerEvent('pointerleave'));
      await eventually(() => desk.names[0] === 'Newcomer Number 1');
    });

    it('shows what came in once the pointer has gone', async () => {
      const desk = await UsersDesk.with(users(100));
      point(desk.row(anId(5)));
      desk.tell('users.created', newcomer(1));
      await eventually(() => words(desk) === '1 new');
      grid(desk).dispatchEvent(new PointerEvent('pointerleave'));
      await eventually(() => desk.names[0] === 'Newcomer Number 1');
      expect(grid(desk).scrollTop).toBe(0);
    });

    it('keeps what is in sight there when rows above come and go, and says how many came', async () => {
      const desk = await UsersDesk.with(users(100));
      await scrollTo(desk, 1010);
      const [id] = ['data-id'].map((name) => grid(desk).querySelector(`[aria-rowindex="30"]`)?.getAttribute(name) ?? '');
      const before = top(desk, id ?? '');
      for (let n = 1; n <= 3; n++) desk.tell('users.created', newcomer(n));
      desk.tell('users.deleted', { id: anId(2) });
      await eventually(() => desk.row(id ?? '').ariaRowIndex === '32');
      expect(top(desk, id ?? '')).toBe(before);
      expect(words(desk)).toBe('2 new');
      desk.one('[appPill]').click();
      await eventually(() => grid(desk).scrollTop === 0);
      expect(desk.element.querySelector('[appPill]')).toBeNull();
    });

    it('puts new rows at the top when nobody does', async () => {
      const desk = await UsersDesk.with(users(100));
      desk.tell('users.created', newcomer(1));
      await eventually(() => desk.names[0] === 'Newcomer Number 1');
      expect(grid(desk).scrollTop).toBe(0);
    });

    it('begins at the top of another selection', async () => {
      const desk = await UsersDesk.with(users(100));
      await scrollTo(desk, 1000);
      desk.button('Name').click();
      await desk.answerList(users(100));
      await eventually(() => grid(desk).scrollTop === 0);
      expect(desk.names[0]).toBe('User Number 1');
    });
  });

  it('marks the cells that change, again if they change again', async () => {
    const desk = await UsersDesk.with(users(2), { width: 1400 });
    const status = () => desk.row(anId(1)).querySelector('[data-column=status]')?.getAttribute('data-mark') ?? '';
    const [user] = users(1);
    expect(status()).toBe('');
    desk.tell('users.updated', { ...user, isBanned: true, bannedAt: '2026-02-01T12:00:00.000Z' });
    await eventually(() => status() !== '');
    const first = status();
    desk.tell('users.updated', { ...user });
    await eventually(() => status() !== first);
    expect(desk.row(anId(1)).querySelectorAll('[data-mark]').length).toBe(1);
    expect(desk.row(anId(2)).querySelectorAll('[data-mark]').length).toBe(0);
  });

  describe('by keyboard', () => {
    const active = () => document.activeElement?.getAttribute('data-id');
    const start = async (desk: UsersDesk) => {
      desk.row(anId(1)).focus();
      await eventually(() => active() === anId(1));
    };

    it('is one stop on the way, and then arrows lead from row to row', async () => {
      const desk = await UsersDesk.with(users(100));
      expect(grid(desk).querySelectorAll('[data-id][tabindex="0"]').length).toBe(1);
      await start(desk);
      for (const [key, id] of [
        ['ArrowDown', 2],
        ['j', 3],
        ['k', 2],
        ['ArrowUp', 1],
        ['End', 100],
        ['Home', 1],
      ] as const) {
        desk.press(key);
        await eventually(() => active() === anId(id));
      }
      desk.press('PageDown');
      await eventually(() => active() !== anId(1));
      expect(Number(desk.row(active() ?? '').ariaRowIndex)).toBeGreaterThan(5);
    });

    it('shows the row it leads to whole', async () => {
      const desk = await UsersDesk.with(users(100));
      await start(desk);
      desk.press('End');
      await eventually(() => active() === anId(100));
      const view = grid(desk).getBoundingClientRect();
      expect(desk.row(anId(100)).getBoundingClientRect().bottom).toBeLessThanOrEqual(view.bottom);
    });

    it('stays with the user it is on, whatever happens around', async () => {
      const desk = await UsersDesk.with(users(100));
      await start(desk);
      desk.press('ArrowDown');
      await eventually(() => active() === anId(2));
      const before = top(desk, anId(2));
      for (let n = 1; n <= 40; n++) desk.tell('users.created', newcomer(n));
      desk.tell('users.deleted', { id: anId(1) });
      desk.tell('users.updated', { ...users(2)[1], fullName: 'Another Name Now' });
      await eventually(() => words(desk) === '40 new · 1 left the list');
      expect(desk.row(anId(2)).textContent).toContain('Another Name Now');
      expect(active()).toBe(anId(2));
      expect(top(desk, anId(2))).toBe(before);
    });

    it('goes on from the same place when its user is deleted', async () => {
      const desk = await UsersDesk.with(users(5));
      await start(desk);
      desk.press('ArrowDown');
      await eventually(() => active() === anId(2));
      desk.tell('users.deleted', { id: anId(2) });
      await eventually(() => words(desk) === '1 left the list');
      expect(active()).toBe(anId(2));
      desk.one('[appPill]').click();
      await eventually(() => active() === anId(3));
      expect(desk.names.length).toBe(4);
    });

    it('keeps the focus out of sight', async () => {
      const desk = await UsersDesk.with(users(100));
      await start(desk);
      await scrollTo(desk, 2000);
      expect(active()).toBe(anId(1));
    });

    it('opens a user by Enter, and comes back by Escape', async () => {
      const desk = await UsersDesk.with(users(3));
      await start(desk);
      desk.press('Enter');
      await eventually(() => desk.url === `/users?user=${anId(1)}`);
      await desk.answerDetails(aUser({ id: anId(1) }));
      desk.press('Escape', desk.one('app-user-drawer button'));
      await eventually(() => desk.url === '/users');
      await eventually(() => active() === anId(1));
      expect(desk.element.querySelector('app-user-drawer')).toBeNull();
    });

    it('keeps the place of a row whose menu is open', async () => {
      const desk = await UsersDesk.with(users(100));
      await start(desk);
      await desk.choose(anId(1), 'Ban…');
      const dialog = await desk.dialog();
      const before = top(desk, anId(1));
      for (let n = 1; n <= 40; n++) desk.tell('users.created', newcomer(n));
      await eventually(() => words(desk) === '40 new');
      expect(top(desk, anId(1))).toBe(before);
      desk.button('Cancel', dialog).click();
      await eventually(() => active() === anId(1));
    });

    it('opens the menu of the row it is on', async () => {
      const desk = await UsersDesk.with(users(3));
      await start(desk);
      desk.press('F10', desk.row(anId(1)), { shiftKey: true });
      const menu = await eventually(() => document.querySelector('[role=menu]') ?? undefined);
      expect([...menu.querySelectorAll('[role=menuitem]')].map(({ textContent }) => textContent.trim())).toEqual([
        'Open',
        'Edit name…',
        'Change photo…',
        'Ban…',
        'Delete…',
      ]);
    });
  });

  it('opens a user by a press, but not while text is marked', async () => {
    const desk = await UsersDesk.with(users(3));
    const name = desk.row(anId(2)).querySelector('strong');
    if (name) document.getSelection()?.selectAllChildren(name);
    name?.click();
    document.getSelection()?.removeAllRanges();
    desk.row(anId(3)).click();
    await eventually(() => desk.url.includes('user='));
    expect(desk.url).toBe(`/users?user=${anId(3)}`);
  });
});
