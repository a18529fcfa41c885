import { Component, input } from '@angular/core';
import { LocalDate } from '../core/i18n/formats';
import { T } from '../core/i18n/texts';

/** The end of a history: since when the server records at all, so that what is missing is not taken for what did not happen. */
@Component({
  selector: 'app-record-begins',
  imports: [LocalDate, T],
  template: `{{ at() ? ('activity.begins' | t: { date: (at() ?? '' | localDate) }) : ('activity.end' | t) }}`,
})
export class RecordBegins {
  /** Undefined where the server does not tell. */
  readonly at = input.required<string | undefined>();
}
