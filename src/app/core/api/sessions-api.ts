import { inject, Service } from '@angular/core';
import { SessionList, type Session } from '#contract/auth';
import { Ok } from '#contract/primitives';
import { map, type Observable } from 'rxjs';
import { ApiClient } from './api-client';

/** REST of the admin's own sign-ins, on all devices. Failures are `ApiError`s. */
@Service()
export class SessionsApi {
  private readonly api = inject(ApiClient);

  /** Those that still stand, last used first. */
  list(): Observable<readonly Session[]> {
    return this.api.request('GET', '/auth/admin/sessions', SessionList).pipe(map(({ body }) => body.data));
  }

  /** Signs that device out at once. NOT_FOUND when it was signed out already. */
  revoke(id: string): Observable<void> {
    return this.api.request('POST', `/auth/admin/sessions/${encodeURIComponent(id)}/revoke`, Ok, { body: {} }).pipe(map(() => undefined));
  }
}
