import { afterRenderEffect, Component, computed, DOCUMENT, inject, viewChild } from '@angular/core';
import { mdiCheckAll, mdiStoreOutline } from '@mdi/js';
import { T } from '../../core/i18n/texts';
import { Media } from '../../core/media';
import { keepsLetters } from '../../core/shortcuts/key-press';
import { Shortcuts } from '../../core/shortcuts/shortcuts';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { FreshnessRegistry, type FreshPanel } from '../../ui/freshness';
import { FreshnessChip } from '../../ui/freshness-chip';
import { LatePart, type LoadPart } from '../../ui/late-part';
import { MisreadAddress } from '../../ui/misread-address';
import { SkeletonRows } from '../../ui/skeleton-rows';
import { CannedStock } from './compose/canned-stock';
import { type ComposedAction, Drafts } from './drafts';
import { QueueList } from './list/queue-list';
import { QueueAddress } from './queue-address';
import { QueueStore } from './queue-store';
import { QueueTabs } from './queue-tabs';
import { QueueWalk } from './queue-walk';
import { RequestActions } from './request-actions';
import { RequestDetails } from './request-details';

const loadPanel: LoadPart = async () => (await import('./late')).RequestPanel;

/** The queue of places that want to become partners, live: looked at, decided, written to. */
@Component({
  selector: 'app-partner-places-page',
  imports: [EmptyState, ErrorState, FreshnessChip, LatePart, MisreadAddress, QueueList, QueueTabs, SkeletonRows, T],
  providers: [QueueAddress, QueueStore, QueueWalk, RequestActions, RequestDetails, CannedStock],
  templateUrl: './partner-places-page.html',
  styleUrl: './partner-places-page.scss',
  host: { '(keydown.escape)': 'handleEscape($event)' },
})
export class PartnerPlacesPage {
  private readonly document = inject(DOCUMENT);
  private readonly drafts = inject(Drafts);
  private readonly details = inject(RequestDetails);
  private readonly walk = inject(QueueWalk);
  protected readonly address = inject(QueueAddress);
  protected readonly store = inject(QueueStore);
  protected readonly actions = inject(RequestActions);
  private readonly list = viewChild(QueueList);

  protected readonly loadPanel = loadPanel;
  protected readonly panel: FreshPanel = { id: 'partner-places', name: 'pages.partnerPlaces', freshness: this.store.freshness };
  protected readonly isEmpty = computed(() => this.store.view()?.rows.length === 0 && !this.store.view()?.isPrevious);
  protected readonly emptyIcon = computed(() => (this.address.status() === 'pending' ? mdiCheckAll : mdiStoreOutline));
  /** Why there is nothing to show; a server that does not answer at all leaves no reason of its own. */
  protected readonly failure = computed(() => {
    const { state } = this.store.freshness();
    return this.store.failure() ?? (state === 'stale' || state === 'offline' ? { code: 'NETWORK' } : null);
  });
  /** Too narrow for list and details side by side. */
  protected readonly isNarrow = inject(Media).isNarrow;
  /** What the rows on the screen lack, in a word below them. */
  protected readonly doubt = computed(() => {
    const { state } = this.store.freshness();
    return this.store.view() && (state === 'stale' || state === 'offline') ? state : null;
  });
  /** The request that was open last. */
  private opened: string | undefined;

  constructor() {
    afterRenderEffect(() => this.returnFocus());
    inject(FreshnessRegistry).register(this.panel);
    inject(Shortcuts).register('pages.partnerPlaces', [
      { key: 'j', label: 'partnerPlaces.keys.next', run: () => this.step(1) },
      { key: 'k', label: 'partnerPlaces.keys.previous', run: () => this.step(-1) },
      { key: 'Enter', label: 'partnerPlaces.keys.open' },
      { key: 'a', label: 'partnerPlaces.action.approve', run: () => this.compose('approve') },
      { key: 'i', label: 'partnerPlaces.action.requestDetails', run: () => this.compose('request-details') },
      { key: 'r', label: 'partnerPlaces.action.reject', run: () => this.compose('reject') },
      { key: 'm', label: 'partnerPlaces.action.message', run: () => this.compose('message') },
      { key: 'Enter', withCommand: true, label: 'partnerPlaces.keys.send' },
      { key: 'Escape', label: 'partnerPlaces.keys.close' },
    ]);
  }

  protected handleEscape(event: Event): void {
    if (this.address.request() !== undefined && !keepsLetters(event.target)) this.address.close();
  }

  private step(by: number): void {
    if (this.address.request() === undefined) this.list()?.step(by);
    else this.walk.step(by);
  }

  private compose(action: ComposedAction): void {
    const id = this.address.request();
    if (id !== undefined && this.details.allows(action) && !this.details.isBusy() && !this.details.isChecking()) this.drafts.open(id, action);
  }

  /** Details that close while they have the focus give it to the row that was open. */
  private returnFocus(): void {
    const open = this.address.request();
    const closed = this.opened;
    this.opened = open;
    if (closed !== undefined && open === undefined && this.document.activeElement === this.document.body) this.list()?.focusRequest(closed);
  }
}
