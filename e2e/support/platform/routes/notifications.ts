import type { Claims } from '../jwt';
import type { Parts } from '../parts';
import { Refusal } from '../refusal';

export function notificationRoutes({ settings, endpoints, notifications }: Parts): void {
  /** @returns whose notifications are asked for. */
  const reader = ({ sub }: Claims): string => {
    if (settings.now.notifications === 'forbidden') throw new Refusal(403, 'Forbidden resource');
    return sub;
  };
  endpoints.add('admin', 'get', '/notifications', {}, ({ claims }) => {
    const rows = notifications.listOf(reader(claims));
    return settings.now.notifications === 'bare' ? rows : { notifications: rows, unread: rows.filter(({ isRead }) => !isRead).length };
  });
  endpoints.add('admin', 'post', '/notifications/read-all', {}, ({ claims }) => {
    notifications.readAll(reader(claims));
    return { ok: true };
  });
  endpoints.add('admin', 'post', '/notifications/:id/read', {}, ({ claims, param }) => {
    notifications.read(reader(claims), param('id'));
    return { ok: true };
  });
}
