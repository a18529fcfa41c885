import { Component, computed, inject, input } from '@angular/core';
import { Clock } from '../core/i18n/clock';
import { Formats } from '../core/i18n/formats';
import { T } from '../core/i18n/texts';
import type { Freshness, FreshnessState } from './freshness';
import { StatusChip, type Tone } from './status-chip';

const TONES: Readonly<Record<FreshnessState, Tone>> = { live: 'ok', connecting: 'neutral', late: 'warn', stale: 'warn', offline: 'bad' };

/** A freshness at a glance: "Live · 1 sec ago". It is no live region: the age would speak each second. */
@Component({
  selector: 'app-freshness-label',
  imports: [StatusChip, T],
  template: `
    <app-status-chip [tone]="tone()">
      <span [class.word]="freshness().state === 'live'">{{ key() | t }}</span>&ngsp;
      @if (age(); as age) {
        <span class="age">{{ age }}</span>
      }
    </app-status-chip>
  `,
  styles: `
    .age {
      margin-inline-start: -2px;

      &::before {
        content: '· ';
      }
    }

    @media (width < 30rem) {
      .age {
        display: none;
      }

      // A dot is enough as long as all is well; the word is still read out.
      .word {
        position: absolute;
        clip-path: inset(50%);
      }
    }
  `,
})
export class FreshnessLabel {
  private readonly formats = inject(Formats);
  private readonly now = inject(Clock).second;
  readonly freshness = input.required<Freshness>();

  protected readonly key = computed(() => {
    const { state, isCompared = false } = this.freshness();
    return state === 'live' && isCompared ? 'freshness.state.compared' : (`freshness.state.${state}` as const);
  });
  protected readonly tone = computed(() => TONES[this.freshness().state]);
  protected readonly age = computed(() => {
    const { syncedAt } = this.freshness();
    return syncedAt === null ? '' : this.formats.ageText(this.now() - syncedAt);
  });
}
