import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiPencilOutline } from '@mdi/js';
import type { PartnerRequest } from '#contract/partner-places';
import { isVisible, shownName } from '#contract/visible-text';
import { T } from '../../../core/i18n/texts';
import type { MessageKey } from '../../../core/i18n/translations';
import { Icon } from '../../../ui/icon';
import { StatusChip } from '../../../ui/status-chip';
import { Drafts } from '../drafts';
import { PlacePhoto } from '../place-photo';
import { QueueStore } from '../queue-store';
import { WaitingAge } from '../waiting-age';

/** What became of a request that left the list, by what was heard of it last. */
const BECAME: Readonly<Record<string, MessageKey>> = {
  approved: 'partnerPlaces.status.approved',
  needs_info: 'partnerPlaces.status.needs_info',
  rejected: 'partnerPlaces.status.rejected',
  deleted: 'partnerPlaces.gone.deleted',
};

/** One request in the list: a link to its details. Draws itself anew only when its request object is another. */
@Component({
  selector: 'app-queue-row',
  imports: [Icon, PlacePhoto, RouterLink, StatusChip, T, WaitingAge],
  templateUrl: './queue-row.html',
  styleUrl: './queue-row.scss',
  host: {
    role: 'listitem',
    '[attr.data-id]': 'request().id',
    '[attr.data-status]': 'request().status',
    '[class.gone]': 'isGone()',
    '[attr.aria-busy]': 'isBusy() || null',
  },
})
export class QueueRow {
  private readonly drafts = inject(Drafts);
  private readonly store = inject(QueueStore);
  readonly request = input.required<PartnerRequest>();
  readonly isTabStop = input.required<boolean>();
  readonly isOpen = input.required<boolean>();
  readonly isBusy = input.required<boolean>();
  /** It is in the list no more, and keeps its place only for as long as somebody is at it. */
  readonly isGone = input.required<boolean>();

  protected readonly icons = { draft: mdiPencilOutline };
  protected readonly place = computed(() => shownName(this.request().placeName, this.request().email));
  protected readonly isVisible = isVisible;
  protected readonly hasDraft = computed(() => this.drafts.has(this.request().id));
  protected readonly became = computed((): MessageKey => BECAME[this.store.news().get(this.request().id) ?? ''] ?? 'partnerPlaces.gone.moved');
}
