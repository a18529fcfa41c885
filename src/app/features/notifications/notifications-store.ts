import { inject, Service, signal } from '@angular/core';
import { type Notification, notificationSortKey } from '#contract/notifications';
import { LiveStore } from '../../core/live/live-store';
import { NotificationsFeed } from '../../core/realtime/notifications-feed';
import { NotificationsSocket } from '../../core/realtime/notifications-socket';
import type { RowRules } from '../../core/sync/heart/ports';

const RULES: RowRules<Notification, null> = {
  id: ({ id }) => id,
  sortKey: notificationSortKey,
  descending: () => false,
  matches: () => true,
  filters: () => false,
};

/** One's own notifications, unread first, live. Lives as long as the page. */
@Service({ autoProvided: false })
export class NotificationsStore extends LiveStore<Notification, null> {
  constructor() {
    super({ rules: RULES, feed: inject(NotificationsFeed), socket: inject(NotificationsSocket), query: signal(null) });
  }
}
