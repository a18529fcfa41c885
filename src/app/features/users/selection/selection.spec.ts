import { TestBed } from '@angular/core/testing';
import { accessibilityFaults } from '../../../../testing/axe';
import { eventually } from '../../../../testing/eventually';
import { anId } from '../../../../testing/people';
import { users, UsersDesk } from '../../../../testing/users-desk';
import { LANGUAGES } from '../../../core/i18n/languages';
import { Session } from '../../../core/session/session';

describe('Selecting users', () => {
  afterEach(() => localStorage.removeItem('moien.language'));

  const selected = (desk: UsersDesk): number[] =>
    [...desk.element.querySelectorAll<HTMLElement>('[data-id][aria-selected=true]')]
      .map(({ dataset }) => Number(dataset['id']?.slice(-3)))
      .sort((a, b) => a - b);
  const bar = (desk: UsersDesk): string => desk.element.querySelector<HTMLElement>('app-selection-bar p')?.innerText.replace(/\s+/gu, ' ').trim() ?? '';
  const box = (desk: UsersDesk, n: number): HTMLElement => desk.row(anId(n)).querySelector<HTMLElement>('[data-pick]') ?? desk.element;
  const press = (desk: UsersDesk, n: number, more: MouseEventInit = {}) => {
    box(desk, n).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...more }));
    desk.render();
  };
  const start = async (desk: UsersDesk, n: number) => {
    desk.row(anId(n)).focus();
    await eventually(() => document.activeElement === desk.row(anId(n)));
  };
  const says = (desk: UsersDesk, text: string) =>
    eventually(() => {
      desk.render();
      return bar(desk) === text;
    });

  for (const language of LANGUAGES)
    it(`has no accessibility faults in ${language}`, async () => {
      const desk = await UsersDesk.with(users(5), { language });
      press(desk, 2);
      await desk.still();
      expect(await accessibilityFaults(desk.element)).toEqual([]);
    });

  it('is a press on the box of a row, which opens nothing, and one more lets it go', async () => {
    const desk = await UsersDesk.with(users(5));
    press(desk, 2);
    expect(selected(desk)).toEqual([2]);
    expect(bar(desk)).toBe('1 selected');
    expect(desk.row(anId(2)).querySelector('input')?.checked).toBeTrue();
    press(desk, 2);
    expect(selected(desk)).toEqual([]);
    expect(desk.element.querySelector('app-selection-bar')).toBeNull();
    expect(desk.url).toBe('/users');
  });

  it('reaches with Shift from the last one to here, and takes another end in place of the first', async () => {
    const desk = await UsersDesk.with(users(9));
    press(desk, 3);
    press(desk, 6, { shiftKey: true });
    expect(selected(desk)).toEqual([3, 4, 5, 6]);
    press(desk, 1, { shiftKey: true });
    expect(selected(desk)).toEqual([1, 2, 3]);
  });

  it('lets a range be, what was selected apart from it included', async () => {
    const desk = await UsersDesk.with(users(9));
    press(desk, 5);
    press(desk, 2);
    press(desk, 6, { shiftKey: true });
    press(desk, 3, { shiftKey: true });
    expect(selected(desk)).toEqual([2, 3, 5]);
  });

  it('works by keyboard: x, Space, and Shift with the arrows', async () => {
    const desk = await UsersDesk.with(users(9));
    await start(desk, 2);
    desk.press('x');
    desk.press('ArrowDown');
    await eventually(() => document.activeElement === desk.row(anId(3)));
    desk.press('ArrowDown');
    await eventually(() => document.activeElement === desk.row(anId(4)));
    desk.press(' ');
    desk.render();
    expect(selected(desk)).toEqual([2, 4]);
    desk.press('ArrowDown', desk.row(anId(4)), { shiftKey: true });
    await eventually(() => document.activeElement === desk.row(anId(5)));
    desk.press('ArrowDown', desk.row(anId(5)), { shiftKey: true });
    await says(desk, '4 selected');
    expect(selected(desk)).toEqual([2, 4, 5, 6]);
  });

  it('takes all that are loaded, and says when it is only some', async () => {
    const desk = await UsersDesk.with(users(5));
    const all = desk.one('app-grid-head input', HTMLInputElement);
    all.click();
    desk.render();
    expect(bar(desk)).toBe('5 selected');
    press(desk, 3);
    expect([all.checked, all.indeterminate]).toEqual([false, true]);
    all.click();
    desk.render();
    expect([all.checked, all.indeterminate]).toEqual([true, false]);
    all.click();
    desk.render();
    expect(selected(desk)).toEqual([]);
    await start(desk, 1);
    desk.press('a', desk.row(anId(1)), { ctrlKey: true });
    await says(desk, '5 selected');
  });

  it('stays with its users whatever happens to them, and says who has gone and who would not be listed any more', async () => {
    const desk = await UsersDesk.with(users(6), { url: '/users?status=active' });
    for (const n of [1, 2, 3]) press(desk, n);
    desk.tell('users.updated', { ...users(1)[0], isBanned: true, bannedAt: '2026-02-01T12:00:00.000Z' });
    await says(desk, '3 selected 1 no longer matches');
    desk.tell('users.deleted', { id: anId(2) });
    await says(desk, '2 selected 1 no longer matches 1 was deleted');
    desk.tell('users.updated', { ...users(3)[2], fullName: 'Another Name Now' });
    await eventually(() => desk.row(anId(3)).textContent.includes('Another Name Now'));
    // Where somebody is at the list, who left it stands where they stood.
    expect(selected(desk)).toEqual([1, 3]);
    desk.button('Clear selection').click();
    desk.render();
    expect(desk.element.querySelector('app-selection-bar')).toBeNull();
  });

  it('survives another order', async () => {
    const desk = await UsersDesk.with(users(4));
    press(desk, 4);
    desk.button('Name').click();
    await desk.answerList(users(4));
    await eventually(() => selected(desk).length === 1);
    expect(selected(desk)).toEqual([4]);
  });

  it('does not hold who is only further down for gone', async () => {
    const desk = await UsersDesk.with(users(4));
    press(desk, 4);
    desk.button('Name').click();
    await desk.answerList(users(3), { next: 'more', total: 4 });
    await eventually(() => desk.names.length === 3);
    desk.render();
    expect(bar(desk)).toBe('1 selected');
  });

  it('ends with the session', async () => {
    const desk = await UsersDesk.with(users(3));
    await desk.signIn();
    press(desk, 1);
    TestBed.inject(Session).end(null);
    desk.render();
    expect(desk.element.querySelector('app-selection-bar')).toBeNull();
  });
});
