import { Component, computed, inject, input } from '@angular/core';
import type { Overview } from '#contract/overview';
import { Figures } from '../../../core/i18n/figures';
import { Formats } from '../../../core/i18n/formats';
import { isolated } from '../../../core/i18n/isolated';
import { Texts } from '../../../core/i18n/texts';
import type { Message } from '../../../core/i18n/translations';
import { ChartPanel, type ChartRow } from './chart-panel';

/** Who registered in the last days: when, and from where. */
@Component({
  selector: 'app-registration-charts',
  imports: [ChartPanel],
  template: `
    <app-chart-panel class="card" chart="days" heading="overview.days.title" [by]="dayColumn()" [summary]="daysSummary()" [rows]="days()" />
    <app-chart-panel
      class="card"
      chart="countries"
      heading="overview.countries.title"
      [by]="countryColumn"
      layout="rows"
      [summary]="countriesSummary()"
      [rows]="countries()"
    />
  `,
  styleUrl: './registration-charts.scss',
})
export class RegistrationCharts {
  private readonly formats = inject(Formats);
  private readonly figures = inject(Figures);
  private readonly texts = inject(Texts);
  readonly overview = input.required<Overview>();

  protected readonly countryColumn: Message = { key: 'overview.countries.country' };
  protected readonly dayColumn = computed((): Message => ({ key: 'overview.days.day', args: { zone: this.formats.zoneName(this.overview().timeZone) } }));
  private readonly total = computed(() => this.overview().registrations.days.reduce((sum, { total }) => sum + total, 0));
  protected readonly days = computed((): ChartRow[] =>
    this.overview().registrations.days.map(({ day, total }) => ({ label: this.figures.calendarDay(day), value: total })),
  );
  protected readonly daysSummary = computed((): Message => {
    const best = this.days().reduce((most, day) => (day.value > most.value ? day : most), { label: '', value: 0 });
    if (best.value === 0) return { key: 'overview.days.none', args: { days: this.days().length } };
    return { key: 'overview.days.summary', args: { count: this.total(), days: this.days().length, day: best.label, most: this.formats.number(best.value) } };
  });

  protected readonly countries = computed((): ChartRow[] => {
    const { countries, otherCountries } = this.overview().registrations;
    const named = countries.map(({ countryCode, countryName, total }) => ({
      label: this.formats.country(countryCode) ?? countryName,
      value: total,
      query: { country: countryCode },
    }));
    return otherCountries === 0 ? named : [...named, { label: this.texts.get('overview.countries.others'), value: otherCountries }];
  });
  protected readonly countriesSummary = computed((): Message => {
    const [first] = this.countries();
    if (!first) return { key: 'overview.countries.none' };
    const share = this.figures.percent(first.value / Math.max(1, this.total()));
    return { key: 'overview.countries.summary', args: { country: isolated(first.label), share } };
  });
}
