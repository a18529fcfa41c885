import { inject, Service } from '@angular/core';
import { type Notification, NotificationAnswer, NotificationsPage } from '#contract/notifications';
import { Ok } from '#contract/primitives';
import { map, type Observable } from 'rxjs';
import { ApiClient } from './api-client';

/** REST of one's own notifications. Failures are `ApiError`s. */
@Service()
export class NotificationsApi {
  private readonly api = inject(ApiClient);

  /** The first page, or the one at `cursor`: unread first, then the newest first. */
  list(cursor: string | null, limit: number): Observable<NotificationsPage> {
    return this.api.request('GET', '/notifications', NotificationsPage, { params: { limit, cursor: cursor ?? undefined } }).pipe(map(({ body }) => body));
  }

  read(id: string): Observable<Notification> {
    return this.api
      .request('POST', `/notifications/${encodeURIComponent(id)}/read`, NotificationAnswer, { body: {} })
      .pipe(map(({ body }) => body.notification));
  }

  readAll(): Observable<void> {
    return this.api.request('POST', '/notifications/read-all', Ok, { body: {} }).pipe(map(() => undefined));
  }
}
