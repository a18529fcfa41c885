import { eventually } from '../../../../testing/eventually';
import { anId } from '../../../../testing/people';
import { users, UsersDesk } from '../../../../testing/users-desk';

describe('Rows of the grid in which somebody else writes, as translators do', () => {
  const grid = (desk: UsersDesk) => desk.one('[role=grid]');
  const scrollTo = async (desk: UsersDesk, pixels: number) => {
    grid(desk).scrollTop = pixels;
    await eventually(() => desk.element.querySelector(`[aria-rowindex="${String(Math.floor(pixels / 44) + 2)}"]`) !== null);
  };

  const TAKE = {
    highlight: (text: Text) => text.splitText(2).replaceWith(mark('highlighted')),
    translate: (text: Text) => text.replaceWith(mark('translated')),
  };
  const mark = (words: string) => Object.assign(document.createElement('span'), { textContent: words });
  const text = (desk: UsersDesk, id: string) => desk.row(id).querySelector('strong')?.firstChild as Text;
  /** Observers are told between two tasks. */
  const told = () => new Promise((resolve) => setTimeout(resolve));

  for (const [how, take] of Object.entries(TAKE)) {
    it(`show a changed user as they are (${how})`, async () => {
      const desk = await UsersDesk.with(users(100));
      take(text(desk, anId(1)));
      await told();
      desk.tell('users.updated', { ...users(1)[0], fullName: 'Zoé Maria Klein' });
      await eventually(() => {
        desk.render();
        return desk.names[0] === 'Zoé Maria Klein';
      });
      expect(desk.row(anId(2)).textContent).toContain('User Number 2');
    });

    it(`show nobody under another's name when they are scrolled (${how})`, async () => {
      const desk = await UsersDesk.with(users(100));
      for (const { fullName } of users(10)) take([...grid(desk).querySelectorAll('strong')].find((name) => name.textContent === fullName)?.firstChild as Text);
      await told();
      await scrollTo(desk, 50 * 44);
      desk.render();
      const names = users(100).map(({ fullName }) => fullName);
      expect(desk.names.filter((name) => !names.includes(name))).toEqual([]);
    });
  }

  it('are left alone until they are others', async () => {
    const desk = await UsersDesk.with(users(100));
    TAKE.translate(text(desk, anId(1)));
    await told();
    desk.press('ArrowDown', desk.row(anId(1)));
    desk.render();
    expect(desk.names[0]).toBe('translated');
  });
});
