import { Directionality } from '@angular/cdk/bidi';
import { afterRenderEffect, Component, ElementRef, inject, input, output } from '@angular/core';
import { PARTNER_REQUEST_STATUSES, type PartnerRequestStatus } from '#contract/partner-places';
import { LocalNumber } from '../../core/i18n/formats';
import { T } from '../../core/i18n/texts';
import { PartnerCounts } from '../../core/live/partner-counts';

/** The statuses as tabs, each with how many there are. Arrow keys, Home and End move along them. */
@Component({
  selector: 'app-queue-tabs',
  imports: [LocalNumber, T],
  templateUrl: './queue-tabs.html',
  styleUrl: './queue-tabs.scss',
})
export class QueueTabs {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly direction = inject(Directionality);
  protected readonly byStatus = inject(PartnerCounts).byStatus;
  readonly chosen = input.required<PartnerRequestStatus>();
  readonly choose = output<PartnerRequestStatus>();
  protected readonly statuses = PARTNER_REQUEST_STATUSES;

  constructor() {
    // On a small screen not all tabs are in sight.
    afterRenderEffect(() => {
      // The counts make them wider.
      this.byStatus();
      this.element.querySelector(`#queue-tab-${this.chosen()}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  }

  protected move(event: KeyboardEvent): void {
    const index = this.statuses.indexOf(this.chosen());
    const next = this.target(event.key, index);
    if (next === undefined) return;
    event.preventDefault();
    const status = this.statuses[(next + this.statuses.length) % this.statuses.length];
    if (status === undefined) return;
    this.choose.emit(status);
    this.element.querySelector<HTMLElement>(`#queue-tab-${status}`)?.focus();
  }

  private target(key: string, index: number): number | undefined {
    const onward = this.direction.value === 'rtl' ? -1 : 1;
    switch (key) {
      case 'ArrowRight':
        return index + onward;
      case 'ArrowLeft':
        return index - onward;
      case 'Home':
        return 0;
      case 'End':
        return this.statuses.length - 1;
      default:
        return undefined;
    }
  }
}
