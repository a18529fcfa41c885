import * as v from 'valibot';
import { Id, Timestamp } from './primitives';

/** `NotificationDto` and `notifications.created`. */
export const Notification = v.object({
  id: Id,
  userId: Id,
  type: v.pipe(v.string(), v.maxLength(100)),
  title: v.pipe(v.string(), v.maxLength(300)),
  body: v.pipe(v.string(), v.maxLength(4000)),
  data: v.record(v.string(), v.unknown()),
  isRead: v.boolean(),
  readAt: v.nullable(Timestamp),
  createdAt: Timestamp,
});
export type Notification = Readonly<v.InferOutput<typeof Notification>>;

/** `notifications.read`. */
export const NotificationRead = v.object({ userId: Id, id: Id });
export type NotificationRead = Readonly<v.InferOutput<typeof NotificationRead>>;

/** `notifications.readAll`. */
export const NotificationsReadAll = v.object({ userId: Id });
export type NotificationsReadAll = Readonly<v.InferOutput<typeof NotificationsReadAll>>;
