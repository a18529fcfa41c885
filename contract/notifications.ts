import * as v from 'valibot';
import { TotalRelation } from './paging';
import { PARTNER_ACTIONS } from './partner-changes';
import { Id, Timestamp } from './primitives';

/** `NotificationDto` and `notifications.created`. */
export const Notification = v.object({
  id: Id,
  userId: Id,
  type: v.string(),
  title: v.string(),
  body: v.string(),
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

const ofRequest = { requestId: Id, placeName: v.string() };
const byPartner = v.object({ ...ofRequest, contactName: v.string() });

/**
 * What `data` holds, by `type`, so that a client can say it in its reader's language and link there. `title` and `body` say the
 * same in English, for types that a client does not know.
 */
export const NOTIFICATION_DATA = {
  'partner.requested': byPartner,
  'partner.edited': byPartner,
  'partner.replied': byPartner,
  /** Another admin did something to a request that the receiver had handled; one that was deleted cannot be linked to. */
  'partner.decided': v.object({ ...ofRequest, action: v.picklist(PARTNER_ACTIONS), actorName: v.string() }),
  /** Another admin changed an image that the receiver had set. `page` is where on the site the slot is. */
  'image.changed': v.object({
    page: v.picklist(['hero', 'landing', 'about']),
    slot: v.string(),
    change: v.picklist(['uploaded', 'removed', 'restored']),
    actorName: v.string(),
  }),
} as const;
export type NotificationType = keyof typeof NOTIFICATION_DATA;

type OfType<T extends NotificationType> = { readonly type: T; readonly data: Readonly<v.InferOutput<(typeof NOTIFICATION_DATA)[T]>> };
/** A notification's type with its data, as a discriminated union. */
export type NotificationContent = { [T in NotificationType]: OfType<T> }[NotificationType];

/** @returns what a notification is about; undefined for a type that this build does not know, or data it cannot read. */
export function notificationContent({ type, data }: Pick<Notification, 'type' | 'data'>): NotificationContent | undefined {
  if (!Object.hasOwn(NOTIFICATION_DATA, type)) return undefined;
  const parsed = v.safeParse(NOTIFICATION_DATA[type as NotificationType], data);
  return parsed.success ? ({ type, data: parsed.output } as NotificationContent) : undefined;
}

const LATEST_MS = 999_999_999_999_999;

/** Where a notification stands, ascending by `compareText`, ties by `id`: unread first, then the newest first. */
export function notificationSortKey({ isRead, createdAt }: Pick<Notification, 'isRead' | 'createdAt'>): string {
  return `${isRead ? '1' : '0'}:${String(LATEST_MS - Date.parse(createdAt)).padStart(15, '0')}`;
}

export const NOTIFICATIONS_PAGE_MAX = 200;
/** The query string of `GET /notifications`. */
export const NotificationsPageQuery = v.object({
  limit: v.optional(v.pipe(v.string(), v.regex(/^\d{1,3}$/u), v.transform(Number), v.minValue(1), v.maxValue(NOTIFICATIONS_PAGE_MAX)), '50'),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(500))),
});
export type NotificationsPageQuery = Readonly<v.InferOutput<typeof NotificationsPageQuery>>;

/** `GET /notifications`: one's own, in the order of {@link notificationSortKey}. `unread` counts all of them, whatever the page. */
export const NotificationsPage = v.object({
  data: v.array(Notification),
  pagination: v.object({
    limit: v.number(),
    total: v.number(),
    totalRelation: v.optional(TotalRelation, 'eq'),
    nextCursor: v.nullable(v.string()),
    unread: v.number(),
  }),
});
export type NotificationsPage = Readonly<v.InferOutput<typeof NotificationsPage>>;

/** Answer to `POST /notifications/:id/read`. Reading twice is no error, and changes nothing. */
export const NotificationAnswer = v.object({ ok: v.literal(true), notification: Notification });
export type NotificationAnswer = Readonly<v.InferOutput<typeof NotificationAnswer>>;
