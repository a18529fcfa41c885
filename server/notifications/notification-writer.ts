import { Injectable } from '@nestjs/common';
import { notificationSortKey, type NotificationContent } from '#contract/notifications';
import type { Id } from '#contract/primitives';
import { shortened } from '#contract/visible-text';
import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import { Clock } from '../clock/clock';
import type { Transaction } from '../database/driver';
import { admins, notifications } from '../database/schema';
import { EventLog } from '../stream/event-log';
import { toNotification } from './notification-row';

/** What to tell: `title` and `body` in English, for clients that do not know the type. */
export type NewNotification = NotificationContent & { readonly title: string; readonly body: string };

/** Whom to tell. Those who are banned or gone are left out, as is `except`: whoever did it knows. */
export interface Recipients {
  readonly admins: 'all' | readonly Id[];
  readonly except?: Id | null;
}

const TITLE_MAX = 300;
const BODY_MAX = 4000;

/** Tells admins of something, as part of the change it tells of. */
@Injectable()
export class NotificationWriter {
  constructor(
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes a notification for each recipient, and its event for that one's own screens. Call it right before the change's
   * {@link EventLog.append}: it, too, holds a stream's head until the commit.
   */
  async notify(tx: Transaction, to: Recipients, { type, title, body, data }: NewNotification): Promise<void> {
    const recipients = await this.lock(tx, to);
    if (recipients.length === 0) return;
    const createdAt = this.clock.now();
    const sortKey = notificationSortKey({ isRead: false, createdAt: createdAt.toISOString() });
    const shared = { type, title: shortened(title, TITLE_MAX), body: shortened(body, BODY_MAX), data, createdAt, sortKey };
    const rows = await tx
      .insert(notifications)
      .values(recipients.map((userId) => ({ ...shared, userId })))
      .returning();
    for (const row of rows) {
      await this.log.appendPersonal(tx, { to: { accountId: row.userId }, event: 'notifications.created', payload: toNotification(row), disconnect: false });
    }
  }

  /** Keeps the recipients from being deleted meanwhile: the change must not fail over whom it tells. */
  private async lock(tx: Transaction, { admins: to, except }: Recipients): Promise<readonly Id[]> {
    if (to.length === 0) return [];
    const found = await tx
      .select({ id: admins.id })
      .from(admins)
      .where(
        and(
          eq(admins.isBanned, false),
          to === 'all' ? undefined : inArray(admins.id, [...to]),
          except === undefined || except === null ? undefined : ne(admins.id, except),
        ),
      )
      .orderBy(asc(admins.id))
      .for('key share');
    return found.map(({ id }) => id);
  }
}
