import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { speak } from '../../testing/speak';
import { type Freshness, FreshnessRegistry } from '../ui/freshness';
import { FreshnessSummary } from './freshness-summary';

describe('The freshness in the top bar', () => {
  async function show() {
    await speak('en');
    const freshness = [signal<Freshness>({ state: 'live', syncedAt: 2000, invalid: 0 }), signal<Freshness>({ state: 'live', syncedAt: 1000, invalid: 0 })];
    TestBed.runInInjectionContext(() => {
      for (const [index, one] of freshness.entries())
        TestBed.inject(FreshnessRegistry).register({ id: String(index), name: index === 0 ? 'pages.users' : 'pages.staff', freshness: one });
    });
    const fixture = TestBed.createComponent(FreshnessSummary);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const become = async (index: number, state: Freshness['state']) => {
      freshness[index]?.update((now) => ({ ...now, state }));
      await fixture.whenStable();
    };
    return { fixture, element, become };
  }

  it('is silent while all panels are live: nothing to see, to reach or to hear', async () => {
    const { element } = await show();
    expect(element.children.length).toBe(0);
  });

  it('speaks when one of them is not, and is silent again after', async () => {
    const { element, become } = await show();
    await become(1, 'offline');
    expect(element.querySelector('button')?.innerText).toContain('Offline');
    await become(1, 'live');
    expect(element.children.length).toBe(0);
  });

  it('says which, on a press', async () => {
    const { fixture, element, become } = await show();
    await become(1, 'stale');
    element.querySelector('button')?.click();
    await fixture.whenStable();
    expect([...element.querySelectorAll('h2')].map(({ innerText }) => innerText.split(/\s+/u).slice(0, 2).join(' '))).toEqual(['Users Live', 'Staff Out']);
  });

  it('keeps to itself that a page connects, until that takes longer than a moment', async () => {
    const { element, become } = await show();
    await become(0, 'connecting');
    expect(element.innerText).toBe('');
    for (const animation of element.querySelector('app-popover')?.getAnimations() ?? []) animation.finish();
    expect(element.innerText).toContain('Connecting');
  });
});
