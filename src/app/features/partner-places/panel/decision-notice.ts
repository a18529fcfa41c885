import { Component, computed, input } from '@angular/core';
import { mdiAccountCheckOutline } from '@mdi/js';
import type { PartnerRequest } from '#contract/partner-places';
import { Ago, LocalDate } from '../../../core/i18n/formats';
import { isolated } from '../../../core/i18n/isolated';
import { T } from '../../../core/i18n/texts';
import type { Message } from '../../../core/i18n/translations';
import { Icon } from '../../../ui/icon';
import { STATUS_TONES } from '../status-tone';

/** What was decided about a request, by whom and when; loudly when it happened while somebody looked. */
@Component({
  selector: 'app-decision-notice',
  imports: [Ago, Icon, LocalDate, T],
  template: `
    @let made = decision();
    @if (made.status !== 'pending') {
      <p [attr.data-tone]="tones[made.status]" [class.overtaken]="isOvertaken()">
        <app-icon [path]="icon" />
        <span>
          {{ said().key | t: said().args }}
          @if (made.decidedAt; as at) {
            <time [attr.datetime]="at" [title]="at | localDate: 'moment'">{{ at | ago }}</time>
          }
          @if (isOvertaken()) {
            <strong>{{ 'partnerPlaces.decided.overtaken' | t }}</strong>
          }
        </span>
      </p>
    } @else if (isOvertaken()) {
      <p data-tone="warn" class="overtaken"><app-icon [path]="icon" />{{ 'partnerPlaces.decided.waitsAgain' | t }}</p>
    }
  `,
  styles: `
    p {
      display: flex;
      gap: var(--s2);
      padding: var(--s3) var(--s5);
      background: var(--raised);
      border-block-end: 1px solid var(--line-soft);
    }

    [data-tone='ok'] {
      background: var(--ok-soft);
      color: var(--ok);
    }

    [data-tone='warn'] {
      background: var(--warn-soft);
      color: var(--warn);
    }

    [data-tone='bad'] {
      background: var(--bad-soft);
      color: var(--bad);
    }

    strong {
      display: block;
    }

    .overtaken {
      box-shadow: inset 0 0 0 1px currentColor;
      font-weight: 600;
    }
  `,
  // Heard at once by whoever cannot see it.
  host: { role: 'status' },
})
export class DecisionNotice {
  readonly decision = input.required<Pick<PartnerRequest, 'status' | 'decidedBy' | 'decidedAt'>>();
  readonly isOvertaken = input.required<boolean>();
  protected readonly icon = mdiAccountCheckOutline;
  protected readonly tones = STATUS_TONES;
  protected readonly said = computed((): Message => {
    const { status, decidedBy } = this.decision();
    if (status === 'pending' || decidedBy === null) return { key: `partnerPlaces.status.${status}` };
    return { key: `partnerPlaces.decided.${status}`, args: { name: isolated(decidedBy) } };
  });
}
