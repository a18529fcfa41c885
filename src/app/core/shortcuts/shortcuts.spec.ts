import { createEnvironmentInjector, EnvironmentInjector, runInInjectionContext } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { keyNames } from './key-names';
import { type Shortcut, Shortcuts } from './shortcuts';

describe('A shortcut', () => {
  let stage: HTMLElement;
  let done: string[];

  beforeEach(() => {
    done = [];
    stage = document.createElement('div');
    document.body.append(stage);
  });
  afterEach(() => stage.remove());

  /** @returns what takes the shortcuts away again, as leaving a page does. */
  function register(...shortcuts: Partial<Shortcut>[]): () => void {
    const page = createEnvironmentInjector([], TestBed.inject(EnvironmentInjector));
    const complete = shortcuts.map(({ key = 'j', ...rest }): Shortcut => ({ key, label: 'users.search', run: () => done.push(key), ...rest }));
    runInInjectionContext(page, () => TestBed.inject(Shortcuts).register('pages.users', complete));
    return () => page.destroy();
  }

  /** @returns whether somebody took the key. */
  function press(key: string, init: KeyboardEventInit = {}, target: EventTarget = document.body): boolean {
    return !target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
  }

  function on(html: string, selector = ':scope > *'): Element {
    stage.innerHTML = html;
    return stage.querySelector(selector) ?? stage;
  }

  it('runs at its key, and the browser does nothing else with that', () => {
    register({ key: 'j' });
    expect(press('j')).toBeTrue();
    expect(press('k')).toBeFalse();
    expect(done).toEqual(['j']);
  });

  it('runs with Caps Lock on, and not with Shift', () => {
    register({ key: 'j' });
    press('J');
    press('J', { shiftKey: true });
    expect(done).toEqual(['j']);
  });

  for (const [what, key, init, wanted] of [
    ['an Arabic keyboard', 'ت', { code: 'KeyJ' }, 'j'],
    ['an Arabic keyboard, with Shift', '؟', { code: 'Slash', shiftKey: true }, '?'],
    ['a Greek keyboard', 'κ', { code: 'KeyK' }, 'k'],
    ['a German keyboard', '/', { code: 'Digit7', shiftKey: true }, '/'],
  ] as const)
    it(`runs on ${what}`, () => {
      register({ key: wanted });
      press(key, init);
      expect(done).toEqual([wanted]);
    });

  it('is taken at its word on another Latin layout, wherever the key is', () => {
    register({ key: 'q' }, { key: 'a' });
    press('a', { code: 'KeyQ' });
    expect(done).toEqual(['a']);
  });

  for (const [what, html, selector] of [
    ['a field', '<input>', 'input'],
    ['a text area', '<textarea></textarea>', 'textarea'],
    ['a choice', '<select></select>', 'select'],
    ['an editable part', '<p contenteditable><b>x</b></p>', 'b'],
    ['a menu', '<div role="menu"><button></button></div>', 'button'],
    ['a popover', '<div popover><button></button></div>', 'button'],
  ] as const)
    it(`leaves letters to ${what}`, () => {
      register({ key: 'j' });
      expect(press('j', {}, on(html, selector))).toBeFalse();
      expect(done).toEqual([]);
    });

  it('runs from a check box or a radio button, which take no letters', () => {
    register({ key: 'j' });
    press('j', {}, on('<input type="radio">'));
    press('j', {}, on('<input type="checkbox">'));
    expect(done).toEqual(['j', 'j']);
  });

  it('with Ctrl or ⌘ runs in fields too, and without them not at all', () => {
    register({ key: 'k', withCommand: true });
    const field = on('<input>');
    press('k', { ctrlKey: true }, field);
    press('k', { metaKey: true });
    press('ن', { code: 'KeyK', ctrlKey: true });
    press('k');
    expect(done).toEqual(['k', 'k', 'k']);
  });

  it('without Ctrl leaves Ctrl, ⌘ and Alt to the browser', () => {
    register({ key: 'j' });
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey']) expect(press('j', { [modifier]: true })).toBeFalse();
    expect(done).toEqual([]);
  });

  it('rests while a dialog covers the page', () => {
    register({ key: 'j' }, { key: 'k', withCommand: true });
    on('<div role="dialog" aria-modal="true"></div>');
    press('j');
    press('k', { ctrlKey: true });
    expect(done).toEqual([]);
  });

  it('rests when somebody has taken the key already', () => {
    register({ key: 'j' });
    const target = on('<button></button>');
    target.addEventListener('keydown', (event) => event.preventDefault());
    press('j', {}, target);
    expect(done).toEqual([]);
  });

  it('gives way to one that came later, and is back when that has gone', () => {
    register({ key: 'j', run: () => done.push('page') });
    const leave = register({ key: 'j', run: () => done.push('panel') });
    press('j');
    leave();
    press('j');
    expect(done).toEqual(['panel', 'page']);
  });

  it('is listed for as long as it works, under its heading', () => {
    const { groups } = TestBed.inject(Shortcuts);
    const leave = register({ key: 'j' });
    register({ key: 'Enter' });
    expect(groups().map(({ heading, shortcuts }) => [heading, shortcuts.map(({ key }) => key)])).toEqual([['pages.users', ['j', 'Enter']]]);
    leave();
    expect(groups().flatMap(({ shortcuts }) => shortcuts.map(({ key }) => key))).toEqual(['Enter']);
  });

  it('that something else acts on is listed only', () => {
    runInInjectionContext(TestBed.inject(EnvironmentInjector), () =>
      TestBed.inject(Shortcuts).register('pages.users', [{ key: 'Enter', label: 'users.search' }]),
    );
    expect(press('Enter')).toBeFalse();
    expect(TestBed.inject(Shortcuts).groups()[0]?.shortcuts.length).toBe(1);
  });

  it('is written as on the keyboard', () => {
    expect(keyNames({ key: 'k', withCommand: true }, false)).toEqual(['Ctrl', 'K']);
    expect(keyNames({ key: 'k', withCommand: true }, true)).toEqual(['⌘', 'K']);
    expect(keyNames({ key: 'ArrowDown' }, false)).toEqual(['↓']);
    expect(keyNames({ key: '?' }, false)).toEqual(['?']);
  });
});
