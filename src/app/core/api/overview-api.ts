import { inject, Service } from '@angular/core';
import { Overview, SinceYouLeft } from '#contract/overview';
import { PartnerRequestsSummary } from '#contract/partner-places';
import type { SnapshotAnswer } from '@moien/live/engine';
import { map, type Observable } from 'rxjs';
import { ApiClient } from './api-client';
import { positionsOf } from './position-of';

/** REST of what the overview sums up, for admins. Failures are `ApiError`s. */
@Service()
export class OverviewApi {
  private readonly api = inject(ApiClient);

  /** Counts of users and of their registrations. */
  overview(): Observable<SnapshotAnswer<Overview>> {
    return this.api.request('GET', '/overview', Overview).pipe(map((answer) => ({ value: answer.body, positions: positionsOf(answer) })));
  }

  /** Counts of partner requests, by status and age. */
  queue(): Observable<SnapshotAnswer<PartnerRequestsSummary>> {
    return this.api
      .request('GET', '/partner-places/summary', PartnerRequestsSummary)
      .pipe(map((answer) => ({ value: answer.body, positions: positionsOf(answer) })));
  }

  /** What happened between this account's session before and this one; null where there was none. */
  sinceYouLeft(): Observable<SinceYouLeft['data']> {
    return this.api.request('GET', '/overview/since-you-left', SinceYouLeft).pipe(map(({ body }) => body.data));
  }
}
