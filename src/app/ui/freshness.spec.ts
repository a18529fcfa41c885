import { Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { eventually } from '../../testing/eventually';
import { find } from '../../testing/find';
import { speak } from '../../testing/speak';
import { type Freshness, FreshnessRegistry, type FreshPanel } from './freshness';
import { FreshnessChip } from './freshness-chip';

const LIVE: Freshness = { state: 'live', syncedAt: 2000, invalid: 0 };
const panelOf = (id: string, freshness: Freshness): FreshPanel => ({ id, name: 'pages.users', freshness: signal(freshness) });

@Component({ template: '' })
class Registered {
  constructor() {
    inject(FreshnessRegistry).register(panelOf('users', LIVE));
  }
}

describe('The freshness of a page', () => {
  let registry: FreshnessRegistry;
  beforeEach(() => (registry = TestBed.inject(FreshnessRegistry)));

  const register = (panel: FreshPanel) => TestBed.runInInjectionContext(() => registry.register(panel));

  it('is unknown without a live panel', () => {
    expect(registry.worst()).toBeUndefined();
  });

  it('is that of its worst panel', () => {
    for (const state of ['late', 'offline', 'live', 'stale', 'connecting'] as const) register(panelOf(state, { ...LIVE, state }));
    expect(registry.worst()?.state).toBe('offline');
  });

  it('among equals is that of the one which synchronised longest ago', () => {
    register(panelOf('new', LIVE));
    register(panelOf('old', { ...LIVE, syncedAt: 1000 }));
    expect(registry.worst()?.syncedAt).toBe(1000);
  });

  it('forgets a panel that has left the screen', () => {
    const panel = TestBed.createComponent(Registered);
    expect(registry.panels().length).toBe(1);
    panel.destroy();
    expect(registry.panels()).toEqual([]);
  });
});

@Component({ imports: [FreshnessChip], template: `<app-freshness-chip [panel]="panel" />` })
class Panel {
  readonly freshness = signal<Freshness>({ state: 'live', syncedAt: Date.now() - 3000, invalid: 0 });
  readonly panel: FreshPanel = { id: 'users', name: 'pages.users', freshness: this.freshness };
}

describe("A panel's freshness", () => {
  async function show() {
    await speak('en');
    const fixture = TestBed.createComponent(Panel);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    return { fixture, panel: fixture.componentInstance, chip: find(element, '[data-testid=freshness-users]'), button: find(element, 'button') };
  }

  it('is told in words, by panel, state and age, and by its handle', async () => {
    const { chip, button } = await show();
    expect(chip.dataset['state']).toBe('live');
    expect(button.textContent.replace(/\s+/gu, ' ').replace('.', '').trim()).toBe('Users: Live 3 sec ago');
  });

  it('follows the state', async () => {
    const { fixture, panel, chip, button } = await show();
    panel.freshness.set({ state: 'stale', syncedAt: null, invalid: 0 });
    await fixture.whenStable();
    expect(chip.dataset['state']).toBe('stale');
    expect(button.textContent.replace(/\s+/gu, ' ').trim()).toBe('Users: Out of date');
  });

  it('tells on a press what was left out and why it is not live', async () => {
    const { fixture, panel, chip, button } = await show();
    panel.freshness.set({ state: 'late', syncedAt: null, invalid: 2, reason: { key: 'errors.TIMEOUT' } });
    await fixture.whenStable();
    const details = find(chip, '[popover]');
    expect(details.matches(':popover-open')).toBeFalse();
    button.click();
    await fixture.whenStable();
    expect(details.matches(':popover-open')).toBeTrue();
    expect(details.innerText).toContain('The server did not answer in time.');
    expect(details.innerText).toContain('2 events left out, rows checked again');
    expect(details.innerText).toContain('not yet');
    button.click();
    await eventually(() => details.innerText === '');
  });
});
