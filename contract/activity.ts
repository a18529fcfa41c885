import * as v from 'valibot';
import { Id, Timestamp } from './primitives';
import { SiteImageSlotName } from './site-image-slots';
import { Actor } from './stream';
import { StreamName } from './streams';

/** What a log entry was about, in words finer than the event's name (`users.updated` says neither "banned" nor "renamed"). */
export const ACTIVITY_KINDS = [
  'user.registered',
  'user.renamed',
  'user.photo-changed',
  'user.email-verified',
  'user.phone-verified',
  'user.banned',
  'user.unbanned',
  'user.deleted',
  'partner.requested',
  'partner.edited',
  'partner.replied',
  'partner.approved',
  'partner.needs-info',
  'partner.rejected',
  'partner.messaged',
  'partner.reopened',
  'partner.deleted',
  'image.replaced',
  'image.removed',
  'image.restored',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** One line of `GET /activity`. `kind` stays open: a newer server knows more. `note` is free text such as a ban's reason. */
export const ActivityEntry = v.object({
  namespace: StreamName,
  /** The history that `seq` counts in. An older server does not tell. */
  log: v.optional(v.string()),
  seq: v.number(),
  kind: v.string(),
  actor: Actor,
  /** `id` is a UUID, or of a site image the slot's name. The label outlives whom or what it names. */
  subject: v.object({ id: v.string(), label: v.string() }),
  note: v.nullable(v.string()),
  at: v.string(),
});
export type ActivityEntry = Readonly<v.InferOutput<typeof ActivityEntry>>;

/** Names an entry. The namespace and the number alone do not: numbers begin again with each new history. */
export function activityKey({ namespace, seq, at }: ActivityEntry): string {
  return `${namespace}:${String(seq)}:${at}`;
}

export const ACTIVITY_PAGE_MAX = 200;
/** The query string of `GET /activity`. */
export const ActivityQuery = v.object({
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/u, 'CURSOR'), v.transform(Number))),
  limit: v.optional(v.pipe(v.string(), v.regex(/^\d{1,3}$/u), v.transform(Number), v.minValue(1), v.maxValue(ACTIVITY_PAGE_MAX)), '50'),
  /** Kinds, or beginnings of kinds up to their point (`image.`), separated by commas: entries of any of them. */
  kind: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(500),
      v.transform((list) => list.split(',')),
      v.array(v.pipe(v.string(), v.regex(/^[a-z]+\.[a-z-]*$/u, 'KIND'))),
      v.maxLength(30),
    ),
  ),
  /** Only entries after this moment. */
  since: v.optional(Timestamp),
  /** A user's or a request's id, or a site image's slot. */
  subject: v.optional(v.union([Id, SiteImageSlotName])),
});
export type ActivityQuery = Readonly<v.InferOutput<typeof ActivityQuery>>;

/**
 * `GET /activity?after&limit&kind&since&subject`, newest first. `nextCursor` goes into `after`. `X-Stream-Position` lists all streams.
 * Entries stay as long as the user, request or slot they are about, and at least 7 days.
 */
export const ActivityPage = v.object({
  data: v.array(ActivityEntry),
  pagination: v.object({ limit: v.number(), nextCursor: v.nullable(v.string()) }),
  /** Since when changes are recorded. An older server does not tell. */
  recordBegins: v.optional(Timestamp),
});
export type ActivityPage = Readonly<v.InferOutput<typeof ActivityPage>>;
