import { Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { mdiAccountSearchOutline } from '@mdi/js';
import { accessibilityFaults } from '../../testing/axe';
import { speak } from '../../testing/speak';
import { LANGUAGES } from '../core/i18n/languages';
import { THEMES } from '../core/theme/theme';
import { Avatar } from './avatar';
import { EmptyState } from './empty-state';
import { ErrorState } from './error-state';
import { FreshnessChip } from './freshness-chip';
import { type Freshness, type FreshPanel } from './freshness';
import { LanguageSwitch } from './language-switch';
import { Pill } from './pill';
import { SkeletonRows } from './skeleton-rows';
import { StatusChip } from './status-chip';
import { ThemeSwitch } from './theme-switch';
import { ToastHost } from './toast-host';
import { Toasts } from './toasts';

/** Every part, in the states that look different. */
@Component({
  imports: [Avatar, EmptyState, ErrorState, FreshnessChip, LanguageSwitch, Pill, SkeletonRows, StatusChip, ThemeSwitch, ToastHost],
  template: `
    <main>
      @for (panel of panels; track panel.id) {
        <app-freshness-chip [panel]="panel" />
      }
      <app-status-chip>Other</app-status-chip>
      <app-status-chip tone="ok">Active</app-status-chip>
      <app-status-chip tone="warn">Unverified</app-status-chip>
      <app-status-chip tone="bad">Banned</app-status-chip>
      <button appPill>3 new</button>
      <app-avatar name="Ana Souza" />
      <app-language-switch />
      <app-language-switch compact />
      <app-theme-switch />
      <app-skeleton-rows [count]="2" />
      <app-empty-state heading="No users match" [icon]="icon"><p>Clear the search.</p></app-empty-state>
      <app-error-state [error]="{ code: 'INTERNAL', requestId: 'r-1' }" (retry)="retried.set(true)" />
      <button class="button">Plain</button>
      <button class="button primary">Primary</button>
      <button class="button danger">Danger</button>
      <button class="button destructive">Destructive</button>
      <button class="button quiet">Quiet</button>
      <button class="button primary" aria-disabled="true">Waiting</button>
    </main>
    <app-toast-host />
  `,
})
class Gallery {
  readonly icon = mdiAccountSearchOutline;
  readonly retried = signal(false);
  readonly panels = (['connecting', 'live', 'late', 'stale', 'offline'] as const).map((state): FreshPanel => ({
    id: state,
    name: 'pages.users',
    freshness: signal<Freshness>({ state, syncedAt: Date.now(), invalid: 0 }),
  }));

  constructor() {
    const toasts = inject(Toasts);
    toasts.track({ key: 'pages.users' }).saved(() => undefined);
    toasts.track({ key: 'pages.users' }).failed({ key: 'errors.STALE' });
    toasts.say({ key: 'pages.users' });
  }
}

async function show() {
  const fixture = TestBed.createComponent(Gallery);
  await fixture.whenStable();
  // Parts fade in: measured half-way, they would be faint.
  await Promise.all(
    document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
      .map(({ finished }) => finished),
  );
  return { gallery: fixture.componentInstance, element: fixture.nativeElement as HTMLElement };
}

describe('The parts', () => {
  afterEach(() => {
    localStorage.removeItem('moien.language');
    localStorage.removeItem('moien.theme');
    document.documentElement.removeAttribute('data-theme');
  });

  for (const language of LANGUAGES)
    for (const theme of THEMES)
      it(`have no accessibility faults in ${language}, ${theme}`, async () => {
        localStorage.setItem('moien.theme', theme);
        await speak(language);
        const { element } = await show();
        expect(document.documentElement.dataset['theme']).toBe(theme);
        expect(await accessibilityFaults(element)).toEqual([]);
      });

  it('have targets of at least 24 by 24 pixels', async () => {
    await speak('en');
    const { element } = await show();
    const targets = [...element.querySelectorAll<HTMLElement>('button, select')].filter((target) => target.checkVisibility());
    const small = targets.filter((target) => target.offsetWidth < 24 || target.offsetHeight < 24);
    expect(targets.length).toBeGreaterThan(10);
    expect(small.map(({ outerHTML }) => outerHTML)).toEqual([]);
  });

  it('retry, and quote the request, where something failed', async () => {
    await speak('en');
    const { gallery, element } = await show();
    const failed = element.querySelector<HTMLElement>('app-error-state');
    expect(failed?.textContent).toContain('Something went wrong on the server.');
    expect(failed?.querySelector('bdi')?.textContent).toBe('r-1');
    failed?.querySelector('button')?.click();
    expect(gallery.retried()).toBeTrue();
  });
});
