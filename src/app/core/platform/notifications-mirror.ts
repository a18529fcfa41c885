import { inject, Service } from '@angular/core';
import type { Notification } from '#contract/notifications';
import { FeedError } from '@moien/live/engine';
import { NotificationsAbsence } from '../live/notifications-absence';
import { type NotificationEvent, NotificationsSocket } from '../realtime/notifications-socket';
import { Session } from '../session/session';
import { ListReader } from './list-reader';
import { MirrorSocket } from './mirror-socket';
import { readNotification } from './rows';

/** One's own notifications on the platform; stands in for {@link NotificationsSocket}. The platform may keep them from admins. */
@Service({ autoProvided: false })
export class NotificationsMirror extends MirrorSocket<Notification, NotificationEvent> {
  constructor() {
    const absence = inject(NotificationsAbsence);
    const session = inject(Session);
    const read = inject(ListReader).of('/notifications', readNotification);
    super(inject(NotificationsSocket, { skipSelf: true }), {
      id: ({ id }) => id,
      fetch: async (signal) => {
        try {
          const own = session.admin()?.id;
          // A list may carry other people's as well.
          return (await read(signal)).filter(({ userId }) => userId === '' || userId === own);
        } catch (error) {
          if (error instanceof FeedError && (error.status === 403 || error.status === 404)) {
            absence.note();
            this.mirror.stop();
          }
          throw error;
        }
      },
    });
  }
}
