import { TestBed } from '@angular/core/testing';
import { eventually } from '../../testing/eventually';
import { accessibilityFaults } from '../../testing/axe';
import { speak } from '../../testing/speak';
import { Confirm } from './confirm';

describe('A question before something that cannot be undone', () => {
  async function ask() {
    await speak('en');
    const answer = TestBed.inject(Confirm).ask({
      title: { key: 'pages.users' },
      body: { key: 'errors.UNKNOWN', args: { code: 'Ana Maria Souza' } },
      action: { key: 'shell.signOut' },
    });
    const dialog = await eventually(() => document.querySelector<HTMLElement>('[role=alertdialog]') ?? undefined);
    const button = (name: string) => [...dialog.querySelectorAll('button')].find(({ textContent }) => textContent === name);
    return { answer, dialog, button };
  }
  const gone = () => eventually(() => document.querySelector('[role=alertdialog]') === null);

  it('names what will go, and has no faults', async () => {
    const { answer, dialog, button } = await ask();
    expect(dialog.textContent).toContain('Ana Maria Souza');
    expect(dialog.getAttribute('aria-labelledby')).toBe(dialog.querySelector('h2')?.id ?? '');
    expect(await accessibilityFaults(dialog)).toEqual([]);
    button('Cancel')?.click();
    expect(await answer).toBeFalse();
    await gone();
  });

  it('is answered yes by its verb only', async () => {
    const { answer, button } = await ask();
    button('Sign out')?.click();
    expect(await answer).toBeTrue();
    await gone();
  });

  it('begins on Cancel, and Escape means no', async () => {
    const { answer, dialog, button } = await ask();
    await eventually(() => document.activeElement === button('Cancel'));
    dialog.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true }));
    expect(await answer).toBeFalse();
    await gone();
  });
});
