import { Component, computed, inject } from '@angular/core';
import { T } from '../core/i18n/texts';
import { FreshnessRegistry } from '../ui/freshness';
import { FreshnessDetails } from '../ui/freshness-details';
import { FreshnessLabel } from '../ui/freshness-label';
import { Popover } from '../ui/popover';

/**
 * Speaks where the page on the screen cannot be trusted: its worst panel, and all of them on a press. It is silent while all is
 * live, which each panel says itself.
 */
@Component({
  selector: 'app-freshness-summary',
  imports: [FreshnessDetails, FreshnessLabel, Popover, T],
  template: `
    @if (worst(); as worst) {
      <app-popover [class.brief]="worst.state === 'connecting'" [label]="'freshness.all' | t">
        <span trigger>
          <span class="visually-hidden">{{ 'freshness.all' | t }}: </span>
          <app-freshness-label [freshness]="worst" />
        </span>
        <ng-template #content>
          <ul>
            @for (panel of registry.panels(); track panel.id) {
              <li>
                <h2>{{ panel.name | t }} <app-freshness-label [freshness]="panel.freshness()" /></h2>
                <app-freshness-details [freshness]="panel.freshness()" />
              </li>
            }
          </ul>
        </ng-template>
      </app-popover>
    }
  `,
  styles: `
    // A page that has just been opened connects in a moment, which is no news until it takes longer.
    .brief {
      animation: appear 0s 1s backwards;
    }

    @keyframes appear {
      from {
        visibility: hidden;
      }
    }

    ul {
      display: grid;
      gap: var(--s4);
    }

    li + li {
      padding-block-start: var(--s4);
      border-block-start: 1px solid var(--line-soft);
    }

    h2 {
      display: flex;
      align-items: center;
      justify-content: space-between;
      margin-block-end: var(--s2);
      font: var(--text-m);
      font-weight: 600;
    }
  `,
})
export class FreshnessSummary {
  protected readonly registry = inject(FreshnessRegistry);
  protected readonly worst = computed(() => {
    const worst = this.registry.worst();
    return worst?.state === 'live' ? undefined : worst;
  });
}
