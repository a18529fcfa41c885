import { Dialog } from '@angular/cdk/dialog';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { PublicUser } from '#contract/users';
import { accessibilityFaults } from '../../../testing/axe';
import { eventually } from '../../../testing/eventually';
import { find } from '../../../testing/find';
import { aUser, anId } from '../../../testing/people';
import { speak } from '../../../testing/speak';
import { refusal, Tab } from '../../../testing/tab';
import { ApiClient } from '../../core/api/api-client';
import { LANGUAGES, type LanguageCode } from '../../core/i18n/languages';
import { Texts } from '../../core/i18n/texts';
import { Session } from '../../core/session/session';
import { Theme, THEMES } from '../../core/theme/theme';
import { PAGES } from '../pages';
import { ShellDialogs } from '../shell-dialogs';

@Component({ template: `<button type="button">before</button>` })
class Page {}

describe('The command palette', () => {
  let tab: Tab;

  async function open({ language = 'en' }: { language?: LanguageCode } = {}) {
    await speak(language, [
      { provide: Session, useFactory: () => tab.session },
      { provide: ApiClient, useFactory: () => tab.get(ApiClient) },
      provideRouter([{ path: '**', component: Page }]),
    ]);
    tab = new Tab();
    await tab.signIn('t1');
    const harness = await RouterTestingHarness.create('/staff');
    const before = find(harness.fixture.nativeElement as HTMLElement, 'button');
    before.focus();
    await TestBed.inject(ShellDialogs).openPalette();
    const element = await eventually(() => document.querySelector('app-palette') ?? undefined);
    const field = find(element, 'input', HTMLInputElement);
    await eventually(() => document.activeElement === field);
    const settled = () => harness.fixture.whenStable();
    const type = async (text: string) => {
      field.value = text;
      field.dispatchEvent(new Event('input'));
      await settled();
    };
    const press = async (key: string, init: KeyboardEventInit = {}) => {
      field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
      await settled();
    };
    const options = () => [...element.querySelectorAll('[role=option]')].map((option) => option.textContent.trim());
    const active = () => document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent.trim();
    const status = () => find(element, '[role=status]').textContent.trim();
    return { element, field, before, settled, type, press, options, active, status };
  }

  async function answer(...users: PublicUser[]) {
    const request = await tab.request('/users');
    request.flush({ ok: true, data: users, pagination: { limit: 5, total: users.length, totalRelation: 'eq', nextCursor: null } });
    return request;
  }

  afterEach(() => {
    TestBed.inject(Dialog).closeAll();
    tab.session.end(null);
    tab.close();
    localStorage.removeItem('moien.language');
    localStorage.removeItem('moien.theme');
    document.documentElement.removeAttribute('data-theme');
  });

  for (const language of LANGUAGES)
    for (const theme of THEMES)
      it(`has no accessibility faults in ${language}, ${theme}`, async () => {
        const { element, type, settled } = await open({ language });
        TestBed.inject(Theme).use(theme);
        await type('a');
        await answer(aUser({ fullName: 'ليلى حسن إبراهيم' }));
        await eventually(() => element.querySelector('bdi') !== null);
        await settled();
        expect(await accessibilityFaults(find(document.body, '[role=dialog]'))).toEqual([]);
      });

  it('offers pages and actions before anything is typed, and asks the server nothing', async () => {
    const { options } = await open();
    const pages = PAGES.map(({ title }) => TestBed.inject(Texts).get(title));
    expect(options()).toEqual([...pages, 'Language: العربية', 'Theme: Auto', 'Theme: Light', 'Theme: High contrast', 'Keyboard shortcuts', 'Sign out']);
    tab.server.expectNone(() => true);
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

  it('finds users by what is typed, and opens one', async () => {
    const { type, press, options, active } = await open();
    await type(' ana ');
    const { request } = await answer(aUser({ id: anId(7), fullName: 'Ana Maria Souza', email: 'ana@example.com' }));
    expect(request.params.get('q')).toBe('ana');
    expect(request.params.get('limit')).toBe('5');
    await eventually(() => options().length === 2);
    await press('ArrowDown');
    await press('ArrowUp');
    expect(active()).toContain('Ana Maria Souza');
    await press('Enter');
    await eventually(() => TestBed.inject(Router).url === `/users?user=${anId(7)}`);
    expect(document.querySelector('app-palette')).toBeNull();
  });

  it('leads to the whole list of those that match', async () => {
    const { type, press, active } = await open();
    await type('zz top');
    expect(active()).toBe('All users that match “\u2068zz top\u2069”');
    await press('Enter');
    await eventually(() => TestBed.inject(Router).url === '/users?q=zz%20top');
    expect(TestBed.inject(Router).url).toBe('/users?q=zz%20top');
  });

  it('asks once for what was typed in one go, and gives up what is not wanted any more', async () => {
    const { type, options } = await open();
    await type('a');
    await type('an');
    await type('ana');
    const first = await tab.request('/users');
    expect(first.request.params.get('q')).toBe('ana');
    await type('bob');
    expect(first.cancelled).toBeTrue();
    await answer(aUser({ fullName: 'Bob Marley Junior' }));
    await eventually(() => options()[0]?.includes('Bob Marley Junior'));
    tab.server.expectNone(() => true);
  });

  it('keeps to what was chosen when the answer comes', async () => {
    const { type, press, options, active } = await open();
    await type('t');
    await press('ArrowDown');
    const chosen = active();
    await answer(aUser());
    await eventually(() => options().some((option) => option.includes('Ana Maria')));
    expect(active()).toBe(chosen);
  });

  it('says that nothing matches', async () => {
    const { type, options, status } = await open();
    await type('xyz');
    expect(status()).toBe('Searching users…');
    await answer();
    await eventually(() => status() === 'Nothing matches');
    expect(options()).toEqual([]);
  });

  it('says why users could not be searched, quotes the request, and tries again', async () => {
    const { element, type, options } = await open();
    await type('ana');
    (await tab.request('/users')).flush(refusal('INTERNAL'), { status: 500, statusText: '' });
    const alert = await eventually(() => element.querySelector('[role=alert]') ?? undefined);
    expect(alert.textContent).toContain('Something went wrong on the server.');
    expect(alert.querySelector('bdi')?.textContent).toBe('r-1');
    alert.querySelector('button')?.click();
    await answer(aUser());
    await eventually(() => options()[0]?.includes('Ana Maria'));
    expect(element.querySelector('[role=alert]')).toBeNull();
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
