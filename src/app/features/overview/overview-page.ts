import { Component, computed, inject } from '@angular/core';
import { mdiAccountPlusOutline } from '@mdi/js';
import { Server } from '../../core/api/server';
import { T } from '../../core/i18n/texts';
import { PartnerCounts } from '../../core/live/partner-counts';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { type Freshness, FRESHNESS_STATES, FreshnessRegistry, type FreshPanel } from '../../ui/freshness';
import { FreshnessChip } from '../../ui/freshness-chip';
import { SkeletonRows } from '../../ui/skeleton-rows';
import { RegistrationCharts } from './charts/registration-charts';
import { failureOf } from './failure';
import { ActivityPanel } from './feed/activity-panel';
import { QueuePanel } from './numbers/queue-panel';
import { UserNumbers } from './numbers/user-numbers';
import { UserTiles } from './numbers/user-tiles';
import { OverviewAddress } from './overview-address';
import { SinceYouLeft } from './since/since-you-left';

/** How things stand on the platform, and what is happening: the page that the day begins with. */
@Component({
  selector: 'app-overview-page',
  imports: [ActivityPanel, EmptyState, ErrorState, FreshnessChip, QueuePanel, RegistrationCharts, SinceYouLeft, SkeletonRows, T, UserTiles],
  providers: [OverviewAddress, UserNumbers],
  templateUrl: './overview-page.html',
  styleUrl: './overview-page.scss',
})
export class OverviewPage {
  protected readonly server = inject(Server);
  protected readonly users = inject(UserNumbers);
  protected readonly queue = inject(PartnerCounts);
  protected readonly icons = { none: mdiAccountPlusOutline };
  /** As true as the less true of the two. */
  protected readonly freshness = computed((): Freshness => {
    const [users, queue] = [this.users.freshness(), this.queue.freshness()];
    return FRESHNESS_STATES.indexOf(queue.state) > FRESHNESS_STATES.indexOf(users.state) || (queue.state === users.state && older(queue, users))
      ? queue
      : users;
  });
  protected readonly panel: FreshPanel = { id: 'overview', name: 'overview.numbers', freshness: this.freshness };
  protected readonly usersFailure = computed(() => failureOf(this.users));
  protected readonly queueFailure = computed(() => failureOf(this.queue));
  protected readonly doubt = computed(() => {
    const { state } = this.freshness();
    return this.users.value() && (state === 'stale' || state === 'offline') ? state : null;
  });

  constructor() {
    inject(FreshnessRegistry).register(this.panel);
  }
}

function older(a: Freshness, b: Freshness): boolean {
  return (a.syncedAt ?? 0) < (b.syncedAt ?? 0);
}
