import { inject, Service } from '@angular/core';
import { CannedReplies, type CannedReply } from '#contract/canned-replies';
import { PartnerRequestAnswer, PartnerRequestDetail, PartnerRequestsPage, type PartnerRequest, type PartnerRequestsQuery } from '#contract/partner-places';
import { Ok } from '#contract/primitives';
import type { PartnerAction } from '#contract/partner-changes';
import type { LocalResult, PageAnswer, RowsAnswer } from '@moien/live/engine';
import { map, type Observable } from 'rxjs';
import { ApiClient } from './api-client';
import { pageAnswer, positionOf } from './position-of';

const STREAM = 'partner-places';
const PATH = '/partner-places/requests';

/** A request as it is after a change, or as it was read; `position` says where in the stream. `confirmed` as of an `LocalResult`. */
export interface PartnerRequestState extends Pick<LocalResult<PartnerRequest>, 'position' | 'confirmed'> {
  readonly request: PartnerRequest;
  /** After a reopening: false when the mail about the decision could not be stopped. Absent from an older server. */
  readonly mailTakenBack?: boolean | undefined;
}

/** What an admin does to a request, and the text that goes with it. */
export type PartnerRequestAction = Exclude<PartnerAction, 'delete'>;

/** REST of partner requests, for admins. Failures are `ApiError`s. */
@Service()
export class PartnerPlacesApi {
  private readonly api = inject(ApiClient);

  /** The first page of a list, or the one at `cursor`. */
  list(query: PartnerRequestsQuery, cursor: string | null, limit: number): Observable<PageAnswer<PartnerRequest>> {
    const params = { ...query, limit, cursor: cursor ?? undefined };
    return this.api.request('GET', PATH, PartnerRequestsPage, { params }).pipe(map((answer) => pageAnswer(answer, STREAM)));
  }

  /** Just these, {@link PARTNER_REQUEST_IDS_MAX} at most; those that are gone are absent. */
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

  /**
   * @param seen the request as the admin saw it: one that has moved on since refuses (409 `STALE`).
   * @param message goes to the partner as it is; only an approval and a reopening may do without.
   */
  act(action: PartnerRequestAction, seen: PartnerRequest, message?: string): Observable<PartnerRequestState> {
    return this.api.request('POST', `${pathOf(seen.id)}/${action}`, PartnerRequestAnswer, { body: { message }, headers: ifMatch(seen) }).pipe(
      map((answer) => {
        const { request, mailTakenBack } = answer.body;
        return { request, ...(mailTakenBack !== undefined && { mailTakenBack }), ...positionOf(answer, STREAM) };
      }),
    );
  }

  /** @param seen as in {@link act}. */
  delete(seen: PartnerRequest): Observable<LocalResult<PartnerRequest>> {
    return this.api
      .request('DELETE', pathOf(seen.id), Ok, { headers: ifMatch(seen) })
      .pipe(map((answer): LocalResult<PartnerRequest> => ({ change: { kind: 'deleted', id: seen.id }, ...positionOf(answer, STREAM) })));
  }
}

function pathOf(id: string): string {
  return `${PATH}/${encodeURIComponent(id)}`;
}

function ifMatch({ updatedAt }: PartnerRequest): Readonly<Record<string, string>> {
  return { 'If-Match': `"${updatedAt}"` };
}
