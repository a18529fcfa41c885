import { inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { accessibilityFaults } from '../../../testing/axe';
import { eventually } from '../../../testing/eventually';
import { find } from '../../../testing/find';
import { PaletteDesk } from '../../../testing/palette-desk';
import { aRequest } from '../../../testing/partner-requests';
import { aColleague, aUser, anId } from '../../../testing/people';
import { LANGUAGES } from '../../core/i18n/languages';
import { Texts } from '../../core/i18n/texts';
import { PageCommands, type RowCommands } from '../../core/shortcuts/page-commands';
import { Theme, THEMES } from '../../core/theme/theme';
import { PAGES } from '../pages';
import { ShellDialogs } from '../shell-dialogs';
import { RecentCommands } from './recent-commands';

describe('The command palette', () => {
  let desk: PaletteDesk;
  const open = async (options?: Parameters<typeof PaletteDesk.open>[0]) => (desk = await PaletteDesk.open(options));
  afterEach(() => desk.close());

  for (const language of LANGUAGES)
    for (const theme of THEMES)
      it(`has no accessibility faults in ${language}, ${theme}`, async () => {
        const { element, type, settled } = await open({ language });
        TestBed.inject(Theme).use(theme);
        await type('a');
        await desk.answerAll({ users: [aUser({ fullName: 'ليلى حسن إبراهيم' })], places: [aRequest()], staff: [aColleague()] });
        await eventually(() => element.querySelector('bdi') !== null);
        await settled();
        expect(await accessibilityFaults(find(document.body, '[role=dialog]'))).toEqual([]);
      });

  it('offers pages and actions before anything is typed, and asks the server nothing', async () => {
    const { options } = await open();
    const pages = PAGES.map(({ title }) => TestBed.inject(Texts).get(title));
    expect(options()).toEqual([
      ...pages,
      'Mark all as read',
      'Language: العربية',
      'Theme: Auto',
      'Theme: Light',
      'Theme: High contrast',
      'Keyboard shortcuts',
      'Sign out',
    ]);
    desk.tab.server.expectNone(() => true);
  });

  it('goes to the page that Enter is pressed on', async () => {
    const { press, active } = await open();
    expect(active()).toBe('Overview');
    await press('ArrowDown');
    expect(active()).toBe('Users');
    await press('Enter');
    await eventually(() => TestBed.inject(Router).url === '/users');
    expect(document.querySelector('app-palette')).toBeNull();
  });

  it('does what is clicked on, and keeps the focus in the field while the mouse is over it', async () => {
    const { element, settled, active } = await open();
    const help = [...element.querySelectorAll<HTMLElement>('[role=option]')].find(({ textContent }) => textContent.includes('Keyboard'));
    help?.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
    await settled();
    expect(active()).toBe('Keyboard shortcuts');
    expect(help?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }))).toBeFalse();
    help?.click();
    expect(await eventually(() => document.querySelector('[role=dialog] app-shortcut-help') !== null)).toBeTrue();
  });

  it('is gone through by arrow keys, round and round, while the focus stays in the field', async () => {
    const { press, active, field, options } = await open();
    await press('ArrowDown');
    expect(active()).toBe(options()[1]);
    await press('ArrowUp');
    await press('ArrowUp');
    expect(active()).toBe(options().at(-1));
    await press('ArrowDown');
    expect(active()).toBe(options()[0]);
    expect(document.activeElement).toBe(field);
  });

  it('finds an action by any of its words, and does it', async () => {
    const { type, press, options } = await open();
    await type('contrast HIGH');
    expect(options()[0]).toBe('Theme: High contrast');
    await press('Enter');
    expect(TestBed.inject(Theme).name()).toBe('contrast');
  });

  it('acts on the row that the page has in focus', async () => {
    const mark = jasmine.createSpy('mark');
    const row: RowCommands = { id: anId(1), name: 'Ana Maria Souza', commands: [{ label: 'notification.markRead', run: mark }] };
    const { element, press, active } = await open({ onPage: () => TestBed.runInInjectionContext(() => inject(PageCommands).register(() => row)) });
    expect(element.querySelector('.heading')?.textContent).toBe('Actions for \u2068Ana Maria Souza\u2069');
    expect(active()).toContain('Mark as read');
    await press('Enter');
    expect(mark).toHaveBeenCalledTimes(1);
  });

  it('offers first where it led last, until somebody else signs in', async () => {
    const first = await open();
    await first.type('ana');
    await desk.answerAll({ users: [aUser({ id: anId(7), fullName: 'Ana Maria Souza' })] });
    await eventually(() => first.active()?.includes('Ana Maria Souza'));
    await first.press('Enter');
    await eventually(() => document.querySelector('app-palette') === null);
    await TestBed.inject(ShellDialogs).openPalette();
    const again = await eventually(() => document.querySelector('app-palette') ?? undefined);
    await eventually(() => again.querySelector('[role=option]')?.textContent.includes('Ana Maria Souza'));
    desk.tab.session.end(null);
    expect(TestBed.inject(RecentCommands).all()).toEqual([]);
  });

  it('gives the focus back when it is left', async () => {
    const { field, before } = await open();
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true, cancelable: true }));
    await eventually(() => document.querySelector('app-palette') === null);
    expect(document.activeElement).toBe(before);
  });

  it('opens once, however often it is asked for', async () => {
    await open();
    const dialogs = TestBed.inject(ShellDialogs);
    await Promise.all([dialogs.openPalette(), dialogs.openPalette(), dialogs.openHelp()]);
    expect(document.querySelectorAll('[role=dialog]').length).toBe(1);
  });

  it('keeps its key from the browser, which has a search of its own', async () => {
    const { field } = await open();
    const again = new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true, cancelable: true });
    field.dispatchEvent(again);
    expect(again.defaultPrevented).toBeTrue();
  });
});
