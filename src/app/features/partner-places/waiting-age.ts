import { Component, computed, inject, input } from '@angular/core';
import { mdiClockAlertOutline, mdiClockOutline, mdiFire } from '@mdi/js';
import { PARTNER_LATE_MS, PARTNER_VERY_LATE_MS, type PartnerRequest } from '#contract/partner-places';
import { Clock } from '../../core/i18n/clock';
import { Ago, LocalDate } from '../../core/i18n/formats';
import { T } from '../../core/i18n/texts';
import { Icon } from '../../ui/icon';

type Lateness = 'inTime' | 'late' | 'veryLate';

/** How long a request has waited, or how long ago it was decided. What is late says so in words, by its icon and by its colour, as soon as it is. */
@Component({
  selector: 'app-waiting-age',
  imports: [Ago, Icon, LocalDate, T],
  template: `
    @let at = since();
    <app-icon [path]="icons[lateness()]" />
    <time [attr.datetime]="at" [title]="at | localDate: 'moment'">{{ at | ago }}</time>
    @if (lateness() !== 'inTime') {
      <span class="visually-hidden">{{ (lateness() === 'late' ? 'partnerPlaces.age.late' : 'partnerPlaces.age.veryLate') | t }}</span>
    }
  `,
  styles: `
    :host {
      --icon-size: 0.875rem;

      display: inline-flex;
      align-items: center;
      gap: var(--s1);
      block-size: 1.5rem;
      padding-inline: var(--s2);
      border-radius: var(--round);
      color: var(--ink-3);
      font: var(--text-xs);
      white-space: nowrap;
    }

    :host([data-lateness='late']) {
      background: var(--warn-soft);
      color: var(--warn);
      font-weight: 600;
    }

    :host([data-lateness='veryLate']) {
      background: var(--bad-soft);
      color: var(--bad);
      font-weight: 700;
      box-shadow: inset 0 0 0 1px currentColor;
    }
  `,
  host: { '[attr.data-lateness]': 'lateness()' },
})
export class WaitingAge {
  private readonly minute = inject(Clock).minute;
  readonly request = input.required<Pick<PartnerRequest, 'status' | 'createdAt' | 'decidedAt'>>();

  protected readonly icons: Readonly<Record<Lateness, string>> = { inTime: mdiClockOutline, late: mdiClockAlertOutline, veryLate: mdiFire };
  private readonly isDecided = computed(() => this.request().status === 'approved' || this.request().status === 'rejected');
  protected readonly since = computed(() => (this.isDecided() ? (this.request().decidedAt ?? this.request().createdAt) : this.request().createdAt));
  protected readonly lateness = computed((): Lateness => {
    const age = this.minute() - Date.parse(this.since());
    if (this.isDecided() || age < PARTNER_LATE_MS) return 'inTime';
    return age < PARTNER_VERY_LATE_MS ? 'late' : 'veryLate';
  });
}
