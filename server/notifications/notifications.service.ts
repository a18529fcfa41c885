import { Injectable } from '@nestjs/common';
import { notificationSortKey, type Notification, type NotificationsPage, type NotificationsPageQuery } from '#contract/notifications';
import type { Id } from '#contract/primitives';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { notifications } from '../database/schema';
import { ApiException } from '../http/api-exception';
import { after, decodeKeyset, encodeKeyset } from '../http/keyset-cursor';
import { EventLog } from '../stream/event-log';
import { toNotification } from './notification-row';

const LIST = 'notifications';

/** What an account does with its own notifications. Each change is told to all its screens. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Unread first, then newest first. @throws ApiException CURSOR_INVALID. */
  list(userId: Id, { limit, cursor }: NotificationsPageQuery): Promise<NotificationsPage> {
    const bound = cursor === undefined ? undefined : decodeKeyset(LIST, cursor);
    const own = eq(notifications.userId, userId);
    return this.database.snapshot(async (tx) => {
      const rows = await tx
        .select()
        .from(notifications)
        .where(and(own, bound === undefined ? undefined : after(notifications, bound)))
        .orderBy(asc(notifications.sortKey), asc(notifications.id))
        .limit(limit + 1);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const nextCursor = rows.length > page.length && last !== undefined ? encodeKeyset(LIST, last) : null;
      const [total, unread] = [await tx.$count(notifications, own), await tx.$count(notifications, and(own, isNull(notifications.readAt)))];
      return { data: page.map(toNotification), pagination: { limit, total, totalRelation: 'eq', nextCursor, unread } };
    });
  }

  /** Marks one as read; a second time changes nothing. @throws ApiException NOT_FOUND, also when it is somebody else's. */
  read(userId: Id, id: Id): Promise<Notification> {
    return this.database.transaction(async (tx) => {
      const own = and(eq(notifications.id, id), eq(notifications.userId, userId));
      const [row] = await tx.select().from(notifications).where(own).for('update');
      if (row === undefined) throw new ApiException('NOT_FOUND', 'There is no such notification');
      if (row.readAt !== null) return toNotification(row);
      const readAt = this.clock.now();
      const sortKey = notificationSortKey({ isRead: true, createdAt: row.createdAt.toISOString() });
      await tx.update(notifications).set({ readAt, sortKey }).where(own);
      await this.log.appendPersonal(tx, { to: { accountId: userId }, event: 'notifications.read', payload: { userId, id }, disconnect: false });
      return toNotification({ ...row, readAt });
    });
  }

  /** Marks all of an account's as read. */
  async readAll(userId: Id): Promise<void> {
    await this.database.transaction(async (tx) => {
      const read = await tx
        .update(notifications)
        // The first character of a key says whether it is read.
        .set({ readAt: this.clock.now(), sortKey: sql`'1' || substr(${notifications.sortKey}, 2)` })
        .where(and(eq(notifications.userId, userId), isNull(notifications.readAt)))
        .returning({ id: notifications.id });
      if (read.length === 0) return;
      await this.log.appendPersonal(tx, { to: { accountId: userId }, event: 'notifications.readAll', payload: { userId }, disconnect: false });
    });
  }
}
