import { Dialog } from '@angular/cdk/dialog';
import { TestBed } from '@angular/core/testing';
import { accessibilityFaults } from '../../../testing/axe';
import { eventually } from '../../../testing/eventually';
import { find } from '../../../testing/find';
import { speak } from '../../../testing/speak';
import { LANGUAGES } from '../../core/i18n/languages';
import { Shortcuts } from '../../core/shortcuts/shortcuts';
import { registerShellShortcuts } from '../shell-shortcuts';

describe('The help on shortcuts', () => {
  async function open() {
    TestBed.runInInjectionContext(() => {
      registerShellShortcuts();
      TestBed.inject(Shortcuts).register('pages.users', [{ key: '/', label: 'users.search' }]);
    });
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', shiftKey: true, bubbles: true, cancelable: true }));
    return eventually(() => document.querySelector('[role=dialog] app-shortcut-help:has(kbd)') ?? undefined);
  }

  const keysIn = (row: Element) => [...row.querySelectorAll('kbd')].map(({ textContent }) => textContent);

  afterEach(() => {
    TestBed.inject(Dialog).closeAll();
    localStorage.removeItem('moien.language');
  });

  it('opens at ?, and lists what there is on this page, in groups', async () => {
    await speak('en');
    const help = await open();
    const groups = [...help.querySelectorAll('section')].map((group) => [
      find(group, 'h3').textContent,
      ...[...group.querySelectorAll('dl > div')].map((row) => `${find(row, 'dt').textContent}: ${keysIn(row).join(' ')}`),
    ]);
    expect(groups).toEqual([
      ['Everywhere', 'Go to a page, act, find a person or a place: Ctrl K', 'Show this help: ?'],
      ['Users', 'Search name, email or phone: /'],
    ]);
  });

  for (const language of LANGUAGES)
    it(`has no accessibility faults in ${language}`, async () => {
      await speak(language);
      await open();
      const dialog = find(document.body, '[role=dialog]');
      expect(dialog.getAttribute('aria-labelledby')).toBe('shortcut-help-title');
      expect(await accessibilityFaults(dialog)).toEqual([]);
    });
});
