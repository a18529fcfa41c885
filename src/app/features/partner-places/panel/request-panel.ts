import { InputModalityDetector } from '@angular/cdk/a11y';
import { afterRenderEffect, Component, computed, type ElementRef, inject, input, viewChild } from '@angular/core';
import { mdiClose, mdiStoreRemoveOutline } from '@mdi/js';
import type { PartnerRequest } from '#contract/partner-places';
import { Formats, LocalDate } from '../../../core/i18n/formats';
import { isolated } from '../../../core/i18n/isolated';
import { T } from '../../../core/i18n/texts';
import { Confirm } from '../../../ui/confirm';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorState } from '../../../ui/error-state';
import { Icon } from '../../../ui/icon';
import { SkeletonRows } from '../../../ui/skeleton-rows';
import { StatusChip } from '../../../ui/status-chip';
import { Composer, type Sent } from '../compose/composer';
import { type ComposedAction, Drafts } from '../drafts';
import { PlacePhoto } from '../place-photo';
import { QueueAddress } from '../queue-address';
import { QueueWalk } from '../queue-walk';
import { RequestActions } from '../request-actions';
import { RequestDetails } from '../request-details';
import { STATUS_TONES } from '../status-tone';
import { WaitingAge } from '../waiting-age';
import { DecisionNotice } from './decision-notice';
import { MessageThread } from './message-thread';

/** One request in full and what can be done to it, beside the list or (where there is no room) over it. */
@Component({
  selector: 'app-request-panel',
  imports: [Composer, DecisionNotice, EmptyState, ErrorState, Icon, LocalDate, MessageThread, PlacePhoto, SkeletonRows, StatusChip, T, WaitingAge],
  templateUrl: './request-panel.html',
  styleUrl: './request-panel.scss',
  host: { role: 'region', 'aria-labelledby': 'request-panel-title' },
})
export class RequestPanel {
  private readonly walk = inject(QueueWalk);
  private readonly confirm = inject(Confirm);
  private readonly formats = inject(Formats);
  private readonly modality = inject(InputModalityDetector);
  private readonly actions = inject(RequestActions);
  private readonly drafts = inject(Drafts);
  protected readonly address = inject(QueueAddress);
  protected readonly details = inject(RequestDetails);
  /** It covers the list: the focus has nowhere else to be. */
  readonly isOver = input.required<boolean>();

  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  protected readonly icons = { close: mdiClose, gone: mdiStoreRemoveOutline };
  protected readonly tones = STATUS_TONES;
  protected readonly isolated = isolated;
  protected readonly request = this.details.request;
  protected readonly composed = computed(() => this.drafts.openFor(this.address.request() ?? ''));
  protected readonly country = computed(() => this.formats.country(this.request()?.countryCode ?? '') ?? this.request()?.countryCode);
  /** Nothing can be done until it is known again how things stand. */
  protected readonly isHeld = computed(() => this.details.isBusy() || this.details.isChecking());

  constructor() {
    afterRenderEffect(() => {
      // Who opened it by keyboard goes on in it; a pointer stays where it is.
      if (this.address.request() !== undefined && (this.isOver() || this.modality.mostRecentModality === 'keyboard')) this.title().nativeElement.focus();
    });
  }

  protected compose(request: PartnerRequest, action: ComposedAction): void {
    if (this.details.allows(action)) this.drafts.open(request.id, action);
  }

  protected reopen(request: PartnerRequest): void {
    void this.actions.reopen(request, (reopened) => this.details.acted(reopened));
  }

  protected async delete(request: PartnerRequest): Promise<void> {
    const name = isolated(request.placeName);
    const isSure = await this.confirm.ask({
      title: { key: 'partnerPlaces.delete.title', args: { name } },
      body: { key: 'partnerPlaces.delete.body', args: { name, contact: isolated(request.contactName), count: request.messages.length } },
      action: { key: 'partnerPlaces.delete.action' },
    });
    if (!isSure) return;
    const next = this.walk.after(request.id);
    if ((await this.actions.delete(request)) && this.address.request() === request.id) this.goTo(next);
  }

  /** After a decision the next that waits is opened; after a message one stays. */
  protected goOn({ action, id, next }: Sent): void {
    if (action !== 'message' && this.address.request() === id) this.goTo(next);
  }

  private goTo(next: string | undefined): void {
    if (next !== undefined) this.address.open(next);
    else this.address.close();
  }
}
