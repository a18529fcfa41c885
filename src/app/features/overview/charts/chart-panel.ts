import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiChartBar, mdiTable } from '@mdi/js';
import { LocalNumber } from '../../../core/i18n/formats';
import { T } from '../../../core/i18n/texts';
import type { Message, MessageKey } from '../../../core/i18n/translations';
import { Icon } from '../../../ui/icon';
import { type ChartName, OverviewAddress } from '../overview-address';
import { BarChart } from './bar-chart';
import type { Bar, BarLayout } from './bar-option';

/** A line of the table that says the same as a chart. */
export interface ChartRow extends Bar {
  /** Where what it counts can be seen. */
  readonly query?: Readonly<Record<string, string>>;
}

/** Figures as a chart and as a table: one is seen, and who does not see has the table either way. */
@Component({
  selector: 'app-chart-panel',
  imports: [BarChart, Icon, LocalNumber, RouterLink, T],
  templateUrl: './chart-panel.html',
  styleUrl: './chart-panel.scss',
})
export class ChartPanel {
  private readonly address = inject(OverviewAddress);
  readonly chart = input.required<ChartName>();
  readonly heading = input.required<MessageKey>();
  /** What there is to see in it, in a sentence. */
  readonly summary = input.required<Message>();
  /** Names the first column. */
  readonly by = input.required<Message>();
  readonly rows = input.required<readonly ChartRow[]>();
  readonly layout = input<BarLayout>('columns');

  protected readonly icons = { table: mdiTable, chart: mdiChartBar };
  protected readonly isUndrawable = signal(false);
  protected readonly isTable = computed(() => this.isUndrawable() || this.address.tables().includes(this.chart()));

  protected toggle(): void {
    this.address.toggle(this.chart());
  }
}
