import { inject, Service } from '@angular/core';
import { formatPosition, REPLAY_LIMIT_MAX, ReplayPage, type StreamPosition } from '#contract/stream';
import type { StreamName } from '#contract/streams';
import { map, type Observable } from 'rxjs';
import { ApiClient } from './api-client';

/** REST of the event log: what a live list has missed. Failures are `ApiError`s. */
@Service()
export class StreamApi {
  private readonly api = inject(ApiClient);

  /** What happened in a stream after a position, as far as one page goes. Payloads are not validated yet. */
  replay(namespace: StreamName, after: StreamPosition): Observable<ReplayPage> {
    const params = { namespace, after: formatPosition(after), limit: REPLAY_LIMIT_MAX };
    return this.api.request('GET', '/events', ReplayPage, { params }).pipe(map(({ body }) => body));
  }
}
