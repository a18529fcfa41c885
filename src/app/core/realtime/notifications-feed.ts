import { inject, Service } from '@angular/core';
import type { Notification } from '#contract/notifications';
import { type Batch, type Feed, FeedError, type PageAnswer } from '@moien/live/engine';
import { map } from 'rxjs';
import { NotificationsApi } from '../api/notifications-api';
import { feedAnswer } from './feed-answer';

/** What a live list of one's own notifications asks the server. They are in no numbered stream: there is nothing to replay. */
@Service()
export class NotificationsFeed implements Feed<Notification, null> {
  private readonly api = inject(NotificationsApi);

  page(_query: null, cursor: string | null, limit: number, signal: AbortSignal): Promise<PageAnswer<Notification>> {
    const page$ = this.api.list(cursor, limit).pipe(
      map(({ data, pagination: { nextCursor, total, totalRelation } }) => ({
        rows: data,
        next: nextCursor,
        total: { count: total, exact: totalRelation === 'eq' },
      })),
    );
    return feedAnswer(page$, signal);
  }

  replay(): Promise<Batch<Notification>> {
    return Promise.reject(new FeedError(404));
  }
}
