import { inject, Service } from '@angular/core';
import { ACTIVITY_PAGE_MAX, ActivityPage } from '#contract/activity';
import type { SnapshotAnswer } from '@moien/live/engine';
import { map, type Observable } from 'rxjs';
import { ApiClient } from './api-client';
import { positionsOf } from './position-of';

/** A page of the log: the newest entries, or those after a cursor. */
export interface ActivityPageRequest {
  /** The `nextCursor` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
  /** Kinds, or beginnings of kinds up to their point: `user.`. */
  readonly kind?: string | undefined;
}

/** REST of the log for people, for admins. Failures are `ApiError`s. */
@Service()
export class ActivityApi {
  private readonly api = inject(ApiClient);

  /** What happened last, newest first, as far as one page goes. */
  latest(): Observable<ActivityPage> {
    return this.api.request('GET', '/activity', ActivityPage, { params: { limit: ACTIVITY_PAGE_MAX } }).pipe(map(({ body }) => body));
  }

  /** A page of what happened, newest first, and where every stream stood. */
  page({ after, limit, kind }: ActivityPageRequest): Observable<SnapshotAnswer<ActivityPage>> {
    return this.api
      .request('GET', '/activity', ActivityPage, { params: { after, limit, kind } })
      .pipe(map((answer) => ({ value: answer.body, positions: positionsOf(answer) })));
  }

  /** What happened to one user or thing, newest first. */
  about(subject: string, limit: number): Observable<ActivityPage> {
    return this.api.request('GET', '/activity', ActivityPage, { params: { subject, limit } }).pipe(map(({ body }) => body));
  }
}
