import { randomUUID } from 'node:crypto';
import type { Live } from './live';
import { Refusal } from './refusal';

/** `NotificationDto`: the columns of the database. */
export interface NotificationRow {
  readonly id: string;
  readonly userId: string;
  readonly type: string;
  readonly title: string;
  readonly body: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly isRead: boolean;
  readonly readAt: string | null;
  readonly createdAt: string;
}

/** Notifications of everyone. Broadcasts reach everyone too: whose they are, `userId` says. */
export class Notifications {
  /** Oldest first. */
  private readonly rows = new Map<string, NotificationRow>();

  constructor(private readonly live: Live) {}

  /** @returns one account's, newest first. */
  listOf(userId: string): readonly NotificationRow[] {
    return [...this.rows.values()].filter((row) => row.userId === userId).reverse();
  }

  notify(userId: string, title: string, body = title, type = 'system'): NotificationRow {
    const row = { id: randomUUID(), userId, type, title, body, data: {}, isRead: false, readAt: null, createdAt: new Date().toISOString() };
    this.rows.set(row.id, row);
    this.live.broadcast('notifications', 'notifications.created', row);
    return row;
  }

  /** @throws Refusal */
  read(userId: string, id: string): void {
    const row = this.rows.get(id);
    if (row?.userId !== userId) throw new Refusal(404, 'Notification not found');
    this.mark(row);
    this.live.broadcast('notifications', 'notifications.read', { userId, id });
  }

  readAll(userId: string): void {
    for (const row of this.listOf(userId)) this.mark(row);
    this.live.broadcast('notifications', 'notifications.readAll', { userId });
  }

  private mark(row: NotificationRow): void {
    this.rows.set(row.id, { ...row, isRead: true, readAt: row.readAt ?? new Date().toISOString() });
  }
}
