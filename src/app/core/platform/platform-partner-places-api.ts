import { inject, Service } from '@angular/core';
import type { CannedReply } from '#contract/canned-replies';
import type { PartnerRequest, PartnerRequestsQuery, PartnerRequestStatus } from '#contract/partner-places';
import type { LocalResult, PageAnswer, RowsAnswer } from '@moien/live/engine';
import { from, map, type Observable, of } from 'rxjs';
import * as v from 'valibot';
import { ApiClient } from '../api/api-client';
import { ApiError } from '../api/api-error';
import type { PartnerPlacesApi, PartnerRequestAction, PartnerRequestState } from '../api/partner-places-api';
import { PartnerPlacesMirrorFeed } from './mirror-feeds';
import { PartnerPlacesMirror, stamped } from './partner-places-mirror';
import type { Port } from './port';
import { rowIn } from './reading';
import { readPartnerRequest, readStatus } from './rows';

const PATH = '/partner-places/requests';

/** What a decision makes of a request, for an answer that only says that it is done. */
const MEANT: Readonly<Partial<Record<PartnerRequestAction, PartnerRequestStatus>>> = {
  approve: 'approved',
  'request-details': 'needs_info',
  reject: 'rejected',
};

/** {@link PartnerPlacesApi} in the platform's dialect. */
@Service({ autoProvided: false })
export class PlatformPartnerPlacesApi implements Port<PartnerPlacesApi> {
  private readonly api = inject(ApiClient);
  private readonly requests = inject(PartnerPlacesMirror);
  private readonly feed = inject(PartnerPlacesMirrorFeed);

  list(query: PartnerRequestsQuery, cursor: string | null, limit: number): Observable<PageAnswer<PartnerRequest>> {
    return from(this.feed.page(query, cursor, limit, new AbortController().signal));
  }

  some(ids: readonly string[]): Observable<RowsAnswer<PartnerRequest>> {
    return from(this.requests.rows()).pipe(map((rows) => ({ rows: ids.flatMap((id) => rows.get(id) ?? []), position: this.requests.mirror.position })));
  }

  /** Out of the list, as soon as it has been compared: the server tells of no single request. */
  one(id: string): Observable<PartnerRequestState> {
    return from(this.requests.mirror.settled()).pipe(
      map(() => {
        const request = this.requests.mirror.rows.get(id);
        if (!request) throw new ApiError({ status: 404, code: 'NOT_FOUND' });
        return { request, position: this.requests.mirror.position };
      }),
    );
  }

  /** The platform has none. */
  cannedReplies(): Observable<readonly CannedReply[]> {
    return of([]);
  }

  act(action: PartnerRequestAction, seen: PartnerRequest, message?: string): Observable<PartnerRequestState> {
    const { mirror } = this.requests;
    const mark = mirror.mark();
    return this.api.request('POST', `${PATH}/${encodeURIComponent(seen.id)}/${action}`, v.unknown(), { body: message === undefined ? {} : { message } }).pipe(
      map(({ body }) => {
        const patch = (request: PartnerRequest): PartnerRequest => ({ ...request, status: MEANT[action] ?? request.status, ...partOf(body) });
        const request = mirror.apply(seen.id, mark, patch) ?? stamped(patch(seen), seen);
        return { request, position: mirror.position, confirmed: mirror.confirmation(seen.id, mark) };
      }),
    );
  }

  delete({ id }: PartnerRequest): Observable<LocalResult<PartnerRequest>> {
    const { mirror } = this.requests;
    const mark = mirror.mark();
    return this.api.request('DELETE', `${PATH}/${encodeURIComponent(id)}`, v.unknown()).pipe(
      map((): LocalResult<PartnerRequest> => {
        mirror.remove(id);
        return { change: { kind: 'deleted', id }, position: mirror.position, confirmed: mirror.confirmation(id, mark) };
      }),
    );
  }
}

/** What an answer says of a request: all of it, no more than its status, or nothing. */
function partOf(body: unknown): Partial<PartnerRequest> {
  const raw = rowIn(body, 'request');
  if (!raw) return {};
  const status = readStatus(raw);
  // An answer with a moment of creation is the whole row.
  const whole = 'createdAt' in raw ? readPartnerRequest(raw) : undefined;
  return { ...whole, ...(status && { status }) };
}
