import { Component, inject, input } from '@angular/core';
import { Ago, LocalDate } from '../core/i18n/formats';
import { T, Texts } from '../core/i18n/texts';
import type { Freshness } from './freshness';

/** What stands behind a panel's freshness: what its state means, when it was last right, what was left out. */
@Component({
  selector: 'app-freshness-details',
  imports: [Ago, LocalDate, T],
  template: `
    <p>{{ explanation() }}</p>
    <dl>
      <dt>{{ 'freshness.lastSync' | t }}</dt>
      <dd>
        @if (freshness().syncedAt; as at) {
          <span [title]="at | localDate: 'moment'">{{ at | ago }}</span>
        } @else {
          {{ 'freshness.never' | t }}
        }
      </dd>
      <dt>{{ 'freshness.invalid' | t }}</dt>
      <dd>{{ 'freshness.invalidCount' | t: { count: freshness().invalid } }}</dd>
    </dl>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s3);
    }

    dl {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: var(--s1) var(--s4);
      color: var(--ink-2);
    }

    dt {
      color: var(--ink-3);
    }
  `,
})
export class FreshnessDetails {
  private readonly texts = inject(Texts);
  readonly freshness = input.required<Freshness>();

  protected explanation(): string {
    const { state, reason, isCompared = false } = this.freshness();
    if (reason) return this.texts.say(reason);
    return this.texts.get(state === 'live' && isCompared ? 'freshness.explain.compared' : `freshness.explain.${state}`);
  }
}
