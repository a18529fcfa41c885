import type { Notification } from '#contract/notifications';
import type { NotificationRow } from '../database/schema';

/** @returns a row as the contract's `NotificationDto`. */
export function toNotification({ id, userId, type, title, body, data, readAt, createdAt }: NotificationRow): Notification {
  return { id, userId, type, title, body, data, isRead: readAt !== null, readAt: readAt?.toISOString() ?? null, createdAt: createdAt.toISOString() };
}
