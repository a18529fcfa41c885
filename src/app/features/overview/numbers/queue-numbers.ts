import { inject, Service } from '@angular/core';
import type { PartnerRequestsSummary } from '#contract/partner-places';
import { OverviewApi } from '../../../core/api/overview-api';
import { SnapshotStore } from '../../../core/live/snapshot-store';
import { feedAnswer } from '../../../core/realtime/feed-answer';
import { PartnerPlacesSocket } from '../../../core/realtime/partner-places-socket';

/** How many partner requests there are, by status and age: live. Their events do not say what changed. */
@Service({ autoProvided: false })
export class QueueNumbers extends SnapshotStore<PartnerRequestsSummary> {
  constructor() {
    const api = inject(OverviewApi);
    const socket = inject(PartnerPlacesSocket);
    super({
      fetch: (signal) => feedAnswer(api.queue(), signal),
      streams: (depend) => depend('partner-places', socket, () => undefined),
    });
  }
}
