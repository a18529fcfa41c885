import { Component, computed, inject, input } from '@angular/core';
import { Texts } from '../core/i18n/texts';
import type { FreshPanel } from './freshness';
import { FreshnessDetails } from './freshness-details';
import { FreshnessLabel } from './freshness-label';
import { Popover } from './popover';

/** How true a live panel is, in its header; a press tells more. */
@Component({
  selector: 'app-freshness-chip',
  imports: [FreshnessDetails, FreshnessLabel, Popover],
  template: `
    <app-popover [label]="name()">
      <app-freshness-label trigger [freshness]="freshness()" />
      <app-freshness-details [freshness]="freshness()" />
    </app-popover>
  `,
  host: { '[attr.data-testid]': 'testId()', '[attr.data-state]': 'freshness().state' },
})
export class FreshnessChip {
  private readonly texts = inject(Texts);
  readonly panel = input.required<FreshPanel>();

  protected readonly freshness = computed(() => this.panel().freshness());
  protected readonly testId = computed(() => `freshness-${this.panel().id}`);
  protected readonly name = computed(() =>
    this.texts.get('freshness.name', { panel: this.texts.get(this.panel().name), state: this.texts.get(`freshness.state.${this.freshness().state}`) }),
  );
}
