import { inject, Service, signal } from '@angular/core';
import type { Notification } from '#contract/notifications';
import { LiveStore } from '../../core/live/live-store';
import { NotificationsFeed } from '../../core/realtime/notifications-feed';
import { NotificationsSocket } from '../../core/realtime/notifications-socket';
import { NOTIFICATION_RULES } from '../../core/realtime/row-rules';

/** One's own notifications, unread first, live. Lives as long as the page. */
@Service({ autoProvided: false })
export class NotificationsStore extends LiveStore<Notification, null> {
  constructor() {
    super({ rules: NOTIFICATION_RULES, feed: inject(NotificationsFeed), socket: inject(NotificationsSocket), query: signal(null) });
  }
}
