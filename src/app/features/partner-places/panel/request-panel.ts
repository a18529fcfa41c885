import { InputModalityDetector } from '@angular/cdk/a11y';
import { afterRenderEffect, Component, computed, type ElementRef, inject, input, viewChild } from '@angular/core';
import { mdiClose, mdiStoreRemoveOutline } from '@mdi/js';
import { PartnerRequest } from '#contract/partner-places';
import { isVisible, shownName } from '#contract/visible-text';
import type { ApiError } from '../../../core/api/api-error';
import { Formats, LocalDate } from '../../../core/i18n/formats';
import { isolated } from '../../../core/i18n/isolated';
import { T } from '../../../core/i18n/texts';
import type { MessageKey } from '../../../core/i18n/translations';
import { Permissions } from '../../../core/session/permissions';
import { PageCommands, type RowCommands } from '../../../core/shortcuts/page-commands';
import { Asked } from '../../../ui/asked';
import { Confirm } from '../../../ui/confirm';
import type { Confirmation } from '../../../ui/confirm-dialog';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorState } from '../../../ui/error-state';
import { Icon } from '../../../ui/icon';
import { SkeletonRows } from '../../../ui/skeleton-rows';
import { StatusChip } from '../../../ui/status-chip';
import { Composer, type Sent } from '../compose/composer';
import { RequestChanges } from '../compose/request-changes';
import { COMPOSED_ACTIONS, type ComposedAction, Drafts } from '../drafts';
import { PlacePhoto } from '../place-photo';
import { QueueAddress } from '../queue-address';
import { QueueWalk } from '../queue-walk';
import { RequestActions } from '../request-actions';
import { RequestDetails } from '../request-details';
import { STATUS_TONES } from '../status-tone';
import { WaitingAge } from '../waiting-age';
import { DecisionNotice } from './decision-notice';
import { MessageThread } from './message-thread';

const LABELS = {
  approve: 'partnerPlaces.action.approve',
  'request-details': 'partnerPlaces.action.requestDetails',
  reject: 'partnerPlaces.action.reject',
  message: 'partnerPlaces.action.message',
} as const satisfies Readonly<Record<ComposedAction, MessageKey>>;

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
  private readonly differences = inject(RequestChanges);
  private readonly formats = inject(Formats);
  private readonly modality = inject(InputModalityDetector);
  private readonly actions = inject(RequestActions);
  private readonly drafts = inject(Drafts);
  protected readonly mayDelete = inject(Permissions).mayDelete;
  protected readonly address = inject(QueueAddress);
  protected readonly details = inject(RequestDetails);
  /** It covers the list: the focus has nowhere else to be. */
  readonly isOver = input.required<boolean>();

  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  protected readonly icons = { close: mdiClose, gone: mdiStoreRemoveOutline };
  protected readonly tones = STATUS_TONES;
  protected readonly isolated = isolated;
  protected readonly shownName = shownName;
  protected readonly isVisible = isVisible;
  protected readonly request = this.details.request;
  protected readonly place = computed(() => {
    const request = this.request();
    return request && shownName(request.placeName, request.email);
  });
  protected readonly composed = computed(() => this.drafts.openFor(this.address.request() ?? ''));
  /** The city and the country, as far as the server tells them. */
  protected readonly region = computed(() => {
    const { city = '', countryCode = '' } = this.request() ?? {};
    return [city, this.formats.country(countryCode) ?? countryCode].filter((part) => part !== '');
  });
  /** Nothing can be done until it is known again how things stand. */
  protected readonly isHeld = computed(() => this.details.isBusy() || this.details.isChecking());

  constructor() {
    inject(PageCommands).register(() => this.commands());
    afterRenderEffect(() => {
      // Who opened it by keyboard goes on in it; a pointer stays where it is.
      if (this.address.request() !== undefined && (this.isOver() || this.modality.mostRecentModality === 'keyboard')) this.title().nativeElement.focus();
    });
  }

  /** What the command palette can do to the request. */
  private commands(): RowCommands | undefined {
    const request = this.request();
    if (!request || this.details.isGone() || this.isHeld()) return undefined;
    const composed = COMPOSED_ACTIONS.filter((action) => this.details.allows(action));
    return {
      id: request.id,
      name: shownName(request.placeName, request.email),
      commands: [
        ...composed.map((action) => ({ label: LABELS[action], run: () => this.compose(request, action) })),
        ...(this.details.allows('reopen') ? [{ label: 'partnerPlaces.action.reopen', run: () => this.reopen(request) } as const] : []),
        ...(this.mayDelete() ? [{ label: 'partnerPlaces.action.delete', run: () => this.delete(request) } as const] : []),
      ],
    };
  }

  protected compose(request: PartnerRequest, action: ComposedAction): void {
    if (this.details.allows(action)) this.drafts.open(request.id, action);
  }

  protected reopen(request: PartnerRequest): void {
    void this.actions.reopen(request, (reopened) => this.details.acted(reopened));
  }

  protected async delete(request: PartnerRequest): Promise<void> {
    const question = ({ placeName, contactName, email, messages }: PartnerRequest): Confirmation => {
      const name = isolated(shownName(placeName, email));
      const args = { name, contact: isolated(shownName(contactName, email)), count: messages.length };
      return {
        title: { key: 'partnerPlaces.delete.title', args: { name } },
        body: { key: 'partnerPlaces.delete.body', args },
        action: { key: 'partnerPlaces.delete.action' },
      };
    };
    let next: string | undefined;
    const act = (row: PartnerRequest): Promise<ApiError | null> => {
      next = this.walk.after(row.id);
      return this.actions.delete(row);
    };
    if ((await this.confirm.decide(this.asked(request), question, act)) && this.address.request() === request.id) this.goTo(next);
  }

  /** The open request as a question is about it. */
  private asked(request: PartnerRequest): Asked<PartnerRequest> {
    const listed = (): PartnerRequest | undefined => {
      const open = this.request();
      return open?.id === request.id ? open : undefined;
    };
    const tag = ({ updatedAt }: PartnerRequest): string => updatedAt;
    return new Asked(request, listed, PartnerRequest, tag, (before, now) => this.differences.between(before, now));
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
