import { Dialog } from '@angular/cdk/dialog';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, TitleStrategy } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { accessibilityFaults } from '../../testing/axe';
import { eventually } from '../../testing/eventually';
import { find } from '../../testing/find';
import { anAdmin } from '../../testing/people';
import { speak } from '../../testing/speak';
import { Tab } from '../../testing/tab';
import { LANGUAGES, type LanguageCode } from '../core/i18n/languages';
import { Language } from '../core/i18n/language';
import { Media } from '../core/media';
import { PageTitles } from '../core/page-titles';
import { Session } from '../core/session/session';
import { Dialogs } from '../ui/dialogs';
import { Shell } from './shell';

@Component({ template: `<a href="#">first</a>` })
class Users {}
@Component({ template: 'other' })
class Other {}

describe('The shell', () => {
  let tab: Tab;
  const isNarrow = signal(false);

  async function show({ language = 'en', narrow = false }: { language?: LanguageCode; narrow?: boolean } = {}) {
    isNarrow.set(narrow);
    await speak(language, [
      { provide: Session, useFactory: () => tab.session },
      { provide: TitleStrategy, useExisting: PageTitles },
      { provide: Media, useValue: { isNarrow } },
      provideRouter([
        {
          path: '',
          component: Shell,
          children: [
            { path: 'users', title: 'pages.users', component: Users },
            { path: 'other', title: 'notFound.title', component: Other },
          ],
        },
      ]),
    ]);
    tab = new Tab();
    await tab.signIn('t1');
    const harness = await RouterTestingHarness.create('/users');
    const element = harness.routeNativeElement;
    if (!element) throw new Error('no shell');
    const one = (selector: string) => find(element, selector);
    await eventually(() => element.querySelector('app-account-menu button') !== null);
    return { harness, element, one };
  }

  afterEach(() => {
    tab.session.end(null);
    tab.close();
    localStorage.removeItem('moien.language');
  });

  for (const language of LANGUAGES)
    for (const narrow of [false, true])
      it(`has no accessibility faults in ${language}, ${narrow ? 'narrow' : 'wide'}`, async () => {
        const { element } = await show({ language, narrow });
        expect(await accessibilityFaults(element)).toEqual([]);
      });

  it('names the page in its heading and in the browser tab, in the current language', async () => {
    const { harness, one } = await show();
    expect([one('h1').textContent, document.title]).toEqual(['Users', 'Users · Moien']);
    await TestBed.inject(Language).use('ar');
    await eventually(() => document.documentElement.lang === 'ar');
    await harness.fixture.whenStable();
    expect([one('h1').textContent, document.title]).toEqual(['المستخدمون', 'المستخدمون · موين']);
  });

  it('marks the page one is on', async () => {
    const { one } = await show();
    expect(one('nav [aria-current=page]').textContent.trim()).toBe('Users');
  });

  it('says who is signed in, and signs out', async () => {
    const { harness, element, one } = await show();
    expect(one('app-account-menu button').textContent.trim()).toContain(`Account: \u2068${anAdmin().name}\u2069`);
    one('app-account-menu button').click();
    await harness.fixture.whenStable();
    expect(one('app-account-menu [popover]').textContent).toContain(anAdmin().email);
    [...element.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Sign out')?.click();
    expect(tab.session.status()).toBe('signed-out');
    await tab.answer('/auth/admin/logout', { ok: true });
  });

  it('takes the focus to the content of another page, and leaves it alone when a filter changes', async () => {
    const { one } = await show();
    const link = one('main a');
    link.focus();
    await TestBed.inject(Router).navigateByUrl('/users?q=ana');
    expect(document.activeElement).toBe(link);
    await TestBed.inject(Router).navigateByUrl('/other');
    expect(document.activeElement).toBe(one('main'));
  });

  it('opens the command palette at its button and at its key', async () => {
    const { one } = await show();
    one('app-palette-button button').click();
    await eventually(() => document.querySelector('app-palette') !== null);
    TestBed.inject(Dialog).closeAll();
    one('main').dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true, cancelable: true }));
    await eventually(() => document.querySelector('app-palette') !== null);
    TestBed.inject(Dialog).closeAll();
    expect(document.querySelector('app-palette')).toBeNull();
  });

  it('takes every dialog off the page when the session ends, also one that would rather be asked', async () => {
    await show();
    await TestBed.inject(Dialogs).open(() => Promise.resolve(Other), { closePredicate: () => false });
    await eventually(() => document.querySelector('[role=dialog]') !== null);
    tab.session.end({ why: 'banned', message: '' });
    expect(document.querySelector('[role=dialog]')).toBeNull();
  });

  it('can be skipped', async () => {
    const { one } = await show();
    one('.skip').click();
    expect(document.activeElement).toBe(one('main'));
  });

  it('has its navigation beside the page when wide', async () => {
    const { element } = await show();
    expect(element.querySelectorAll('nav').length).toBe(1);
    expect(element.querySelector('dialog')).toBeNull();
  });

  it('has its navigation in a modal drawer when narrow, closed by choosing a page', async () => {
    const { harness, element, one } = await show({ narrow: true });
    const drawer = find(element, 'dialog', HTMLDialogElement);
    one('[aria-haspopup=dialog]').click();
    await harness.fixture.whenStable();
    expect(drawer.matches(':modal')).toBeTrue();
    expect(document.activeElement).toBe(one('dialog nav a'));
    expect(element.querySelectorAll('nav').length).toBe(1);
    one('dialog nav a').click();
    expect(drawer.open).toBeFalse();
  });

  it('gives the page back when it becomes wide under an open drawer', async () => {
    const { harness, element, one } = await show({ narrow: true });
    one('[aria-haspopup=dialog]').click();
    await harness.fixture.whenStable();
    isNarrow.set(false);
    await harness.fixture.whenStable();
    expect(element.querySelector('dialog')).toBeNull();
    expect(element.querySelectorAll('nav').length).toBe(1);
  });
});
