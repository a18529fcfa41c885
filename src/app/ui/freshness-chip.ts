import { Component, computed, input } from '@angular/core';
import { T } from '../core/i18n/texts';
import type { FreshPanel } from './freshness';
import { FreshnessDetails } from './freshness-details';
import { FreshnessLabel } from './freshness-label';
import { Popover } from './popover';

/** How true a live panel is, in its header; a press tells more. */
@Component({
  selector: 'app-freshness-chip',
  imports: [FreshnessDetails, FreshnessLabel, Popover, T],
  template: `
    <app-popover [label]="panel().name | t">
      <span trigger>
        <span class="visually-hidden">{{ panel().name | t }}: </span>
        <app-freshness-label [freshness]="freshness()" />
      </span>
      <ng-template #content><app-freshness-details [freshness]="freshness()" /></ng-template>
    </app-popover>
  `,
  host: { '[attr.data-testid]': 'testId()', '[attr.data-state]': 'freshness().state' },
})
export class FreshnessChip {
  readonly panel = input.required<FreshPanel>();

  protected readonly freshness = computed(() => this.panel().freshness());
  protected readonly testId = computed(() => `freshness-${this.panel().id}`);
}
