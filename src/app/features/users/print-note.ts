import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '../../core/i18n/formats';
import { T, Texts } from '../../core/i18n/texts';
import { UsersAddress } from './users-address';

/** What a printed list of users holds: paper has the rows in sight only, and no filters to look into. */
@Component({
  selector: 'app-print-note',
  imports: [T],
  template: `
    <p>{{ 'users.print.note' | t: { count: count() } }}</p>
    @if (filters(); as filters) {
      <p>{{ filters }}</p>
    }
  `,
  host: { class: 'print-only' },
})
export class PrintNote {
  private readonly address = inject(UsersAddress);
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  /** Rows on paper. */
  readonly count = input.required<number>();

  /** Those that the toolbar does not show by itself. */
  protected readonly filters = computed(() => {
    const { verified, country = [] } = this.address.query();
    const countries = country.map((code) => this.formats.country(code) ?? code);
    return [...(verified ? [this.texts.get(`users.filters.verified.${verified}`)] : []), ...(countries.length > 0 ? [this.formats.list(countries)] : [])].join(
      ' · ',
    );
  });
}
