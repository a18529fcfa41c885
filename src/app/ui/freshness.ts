import { computed, DestroyRef, inject, Service, signal, type Signal } from '@angular/core';
import type { Message, MessageKey } from '../core/i18n/translations';

/** From the best to the worst. */
export const FRESHNESS_STATES = ['live', 'connecting', 'late', 'stale', 'offline'] as const;
export type FreshnessState = (typeof FRESHNESS_STATES)[number];

/** How true a live panel is right now. */
export interface Freshness {
  readonly state: FreshnessState;
  /** When its rows were last known to equal the server's, in milliseconds since the epoch; null before the first time. */
  readonly syncedAt: number | null;
  /** Events left out so far because they were not what the contract says. */
  readonly invalid: number;
  /** They rest on events without numbers, and on the whole list as it was compared at `syncedAt`. */
  readonly isCompared?: boolean;
  /** Why it is not live, where more is known than the state itself says. */
  readonly reason?: Message;
}

/** A live panel as the summary lists it. */
export interface FreshPanel {
  /** Ends its test handle: `freshness-users`. */
  readonly id: string;
  readonly name: MessageKey;
  readonly freshness: Signal<Freshness>;
  /** False while the server keeps what it would show: then it is neither live nor late. */
  readonly isOffered?: Signal<boolean>;
}

/** The live panels on the screen. The worst of them says how far the page can be trusted: the top bar speaks of it while it is not live. */
@Service()
export class FreshnessRegistry {
  private readonly shown = signal<readonly FreshPanel[]>([]);
  readonly panels = computed(() => this.shown().filter(({ isOffered }) => isOffered?.() ?? true));

  /** The worst panel's freshness; undefined while there is no live panel. */
  readonly worst = computed(
    () =>
      this.panels()
        .map((panel) => panel.freshness())
        .sort((a, b) => rank(b) - rank(a) || (a.syncedAt ?? 0) - (b.syncedAt ?? 0))[0],
  );

  /** Lists a panel for as long as its component lives. Call it in an injection context. */
  register(panel: FreshPanel): void {
    this.shown.update((panels) => [...panels, panel]);
    inject(DestroyRef).onDestroy(() => this.shown.update((panels) => panels.filter((other) => other !== panel)));
  }
}

function rank({ state }: Freshness): number {
  return FRESHNESS_STATES.indexOf(state);
}
