import { inject, Service } from '@angular/core';
import { ACTIVITY_PAGE_MAX, ActivityPage } from '#contract/activity';
import { map, type Observable } from 'rxjs';
import { ApiClient } from './api-client';

/** REST of the log for people, for admins. Failures are `ApiError`s. */
@Service()
export class ActivityApi {
  private readonly api = inject(ApiClient);

  /** What happened last, newest first, as far as one page goes. */
  latest(): Observable<ActivityPage> {
    return this.api.request('GET', '/activity', ActivityPage, { params: { limit: ACTIVITY_PAGE_MAX } }).pipe(map(({ body }) => body));
  }

  /** What happened to one user or thing, newest first. */
  about(subject: string, limit: number): Observable<ActivityPage> {
    return this.api.request('GET', '/activity', ActivityPage, { params: { subject, limit } }).pipe(map(({ body }) => body));
  }
}
