import { effect, inject, Service } from '@angular/core';
import type { Overview } from '#contract/overview';
import { OverviewApi } from '../../../core/api/overview-api';
import { BusinessZone } from '../../../core/i18n/business-zone';
import { SnapshotStore } from '../../../core/live/snapshot-store';
import { feedAnswer } from '../../../core/realtime/feed-answer';
import { UsersSocket } from '../../../core/realtime/users-socket';
import { countRegistration } from './count-registration';

/** How many users there are, of which kind, since when and from where: live. Lives as long as the page. */
@Service({ autoProvided: false })
export class UserNumbers extends SnapshotStore<Overview> {
  constructor() {
    const api = inject(OverviewApi);
    const socket = inject(UsersSocket);
    const zone = inject(BusinessZone);
    super({
      fetch: (signal) => feedAnswer(api.overview(), signal),
      // An update says how a user is now, not how they were counted until now.
      streams: (depend) => depend('users', socket, (overview, change) => (change.kind === 'created' ? countRegistration(overview, change.row) : undefined)),
    });
    effect(() => zone.learn(this.value()?.timeZone));
  }
}
