import { inject, Service } from '@angular/core';
import { CannedReplies, type CannedReply } from '#contract/canned-replies';
import {
  PartnerRequestAnswer,
  PartnerRequestDetail,
  partnerRequestMatches,
  partnerRequestSortKey,
  PartnerRequestsPage,
  type PartnerRequest,
  type PartnerRequestsQuery,
} from '#contract/partner-places';
import { Ok } from '#contract/primitives';
import type { PartnerAction } from '#contract/partner-changes';
import type { StreamPosition } from '#contract/stream';
import { map, type Observable } from 'rxjs';
import type { PageAnswer, RowsAnswer } from '../sync/heart/ports';
import { ApiClient } from './api-client';
import { positionOf } from './position-of';
import { wholeList } from './whole-list';

const STREAM = 'partner-places';
const PATH = '/partner-places/requests';

/** A request as it is after a change, or as it was read; `position` says where in the stream, absent from an older server. */
export interface PartnerRequestState {
  readonly request: PartnerRequest;
  readonly position?: StreamPosition;
}

/** What an admin does to a request, and the text that goes with it. */
export type PartnerRequestAction = Exclude<PartnerAction, 'delete'>;
/** Which request, as the admin saw it: one that has moved on since refuses (409 `STALE`). */
export type SeenRequest = Pick<PartnerRequest, 'id' | 'updatedAt'>;

/** REST of partner requests, for admins. Failures are `ApiError`s. */
@Service()
export class PartnerPlacesApi {
  private readonly api = inject(ApiClient);

  /** The first page of a list, or the one at `cursor`. An older server's whole list is cut down to the query here. */
  list(query: PartnerRequestsQuery, cursor: string | null, limit: number): Observable<PageAnswer<PartnerRequest>> {
    return this.api.request('GET', PATH, PartnerRequestsPage, { params: { ...query, limit, cursor: cursor ?? undefined } }).pipe(
      map((answer) => {
        const { data, pagination } = answer.body;
        const position = positionOf(answer, STREAM);
        if (!pagination) return { ...wholeList(data, (request) => partnerRequestMatches(request, query), partnerRequestSortKey), ...position };
        return { rows: data, next: pagination.nextCursor, total: { count: pagination.total, exact: pagination.totalRelation === 'eq' }, ...position };
      }),
    );
  }

  /** Just these, {@link PARTNER_REQUEST_IDS_MAX} at most; those that are gone are absent. A server that ignores `ids` answers with others too. */
  some(ids: readonly string[]): Observable<RowsAnswer<PartnerRequest>> {
    return this.api
      .request('GET', PATH, PartnerRequestsPage, { params: { ids: ids.join(',') } })
      .pipe(map((answer) => ({ rows: answer.body.data, ...positionOf(answer, STREAM) })));
  }

  one(id: string): Observable<PartnerRequestState> {
    return this.api.request('GET', pathOf(id), PartnerRequestDetail).pipe(map((answer) => ({ request: answer.body.data, ...positionOf(answer, STREAM) })));
  }

  cannedReplies(): Observable<readonly CannedReply[]> {
    return this.api.request('GET', '/partner-places/canned-replies', CannedReplies).pipe(map(({ body }) => body.data));
  }

  /** @param message goes to the partner as it is; only an approval and a reopening may do without. */
  act(action: PartnerRequestAction, seen: SeenRequest, message?: string): Observable<PartnerRequestState> {
    return this.api
      .request('POST', `${pathOf(seen.id)}/${action}`, PartnerRequestAnswer, { body: { message }, headers: ifMatch(seen) })
      .pipe(map((answer) => ({ request: answer.body.request, ...positionOf(answer, STREAM) })));
  }

  delete(seen: SeenRequest): Observable<{ readonly position?: StreamPosition }> {
    return this.api.request('DELETE', pathOf(seen.id), Ok, { headers: ifMatch(seen) }).pipe(map((answer) => positionOf(answer, STREAM)));
  }
}

function pathOf(id: string): string {
  return `${PATH}/${encodeURIComponent(id)}`;
}

function ifMatch({ updatedAt }: SeenRequest): Readonly<Record<string, string>> {
  return { 'If-Match': `"${updatedAt}"` };
}
