import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { eventually } from '../testing/eventually';
import { find } from '../testing/find';
import { speak } from '../testing/speak';
import { Tab } from '../testing/tab';
import { ClientErrors } from './core/client-errors';
import { Session } from './core/session/session';
import { Updates } from './core/updates';
import { Messages } from './messages';
import { Toasts } from './ui/toasts';

const NOT_LOADED = new TypeError('Failed to fetch dynamically imported module: chunk-AAAAAAAA.js');

describe('The messages', () => {
  let tab: Tab;
  let isNewer: boolean;
  const available = signal(false);
  const updates = { available, watch: () => undefined, reload: jasmine.createSpy('reload'), check: () => Promise.resolve(isNewer) };

  async function show() {
    await speak('en', [
      { provide: Session, useFactory: () => tab.session },
      { provide: Updates, useValue: updates },
    ]);
    tab = new Tab();
    await tab.signIn('t1');
    const fixture = TestBed.createComponent(Messages);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const texts = () => [...element.querySelectorAll('.toast p')].map(({ textContent }) => textContent);
    const fail = (error: unknown) => TestBed.inject(ClientErrors).handleError(error);
    const press = (name: string) => [...element.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name)?.click();
    return { element, texts, fail, press };
  }

  beforeEach(() => {
    spyOn(console, 'error');
    isNewer = false;
    available.set(false);
    updates.reload.calls.reset();
  });
  afterEach(() => {
    tab.session.end(null);
    tab.close();
    localStorage.removeItem('moien.language');
  });

  it('offer a reload after an error that nobody expected, and do nothing by themselves', async () => {
    const { texts, fail, press } = await show();
    fail(new Error('broken'));
    await eventually(() => texts().length > 0);
    expect(texts()).toEqual(['Something went wrong on this page, and what it shows may be wrong. Reload it.']);
    expect(updates.reload).not.toHaveBeenCalled();
    press('Reload');
    expect(updates.reload).toHaveBeenCalledTimes(1);
  });

  it('offer it once, however much goes wrong', async () => {
    const { texts, fail } = await show();
    for (const what of ['one', 'two', 'three']) fail(new Error(what));
    await eventually(() => texts().length > 0);
    expect(texts().length).toBe(1);
  });

  it('say that a part of the page did not load', async () => {
    const { texts, fail } = await show();
    fail(NOT_LOADED);
    await eventually(() => texts().length > 0);
    expect(texts()).toEqual(['Part of this page could not be loaded. Check your connection, then reload.']);
  });

  it('blame nothing when a part is missing because there is a newer build', async () => {
    const { texts, fail } = await show();
    isNewer = true;
    fail(NOT_LOADED);
    await eventually(() => texts().length > 0);
    expect(texts()).toEqual(['A newer version of Moien is ready.']);
  });

  it('offer a newer build, until that is dismissed', async () => {
    const { element, texts } = await show();
    available.set(true);
    await eventually(() => texts().length > 0);
    expect(texts()).toEqual(['A newer version of Moien is ready.']);
    find(element, '[title="Dismiss this message"]').click();
    await eventually(() => texts().length === 0);
    expect(updates.reload).not.toHaveBeenCalled();
  });

  it('about people go when the session ends, and those about the page stay', async () => {
    const { texts } = await show();
    available.set(true);
    TestBed.inject(Toasts)
      .track({ key: 'users.done.ban', args: { name: 'Ana Souza' } })
      .saved(() => undefined);
    await eventually(() => texts().length === 2);
    tab.session.end({ why: 'banned', message: '' });
    await eventually(() => texts().length === 1);
    expect(texts()).toEqual(['A newer version of Moien is ready.']);
  });
});
