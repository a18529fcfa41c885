import * as v from 'valibot';
import { Id } from './primitives';
import { Actor, StreamName } from './stream';

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
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** One line of `GET /activity`. `kind` stays open: a newer server knows more. `note` is free text such as a ban's reason. */
export const ActivityEntry = v.object({
  namespace: StreamName,
  seq: v.number(),
  kind: v.string(),
  actor: Actor,
  subject: v.object({ id: v.string(), label: v.string() }),
  note: v.nullable(v.string()),
  at: v.string(),
});
export type ActivityEntry = Readonly<v.InferOutput<typeof ActivityEntry>>;

export const ACTIVITY_PAGE_MAX = 200;
/** The query string of `GET /activity`. */
export const ActivityQuery = v.object({
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/u, 'CURSOR'), v.transform(Number))),
  limit: v.optional(v.pipe(v.string(), v.regex(/^\d{1,3}$/u), v.transform(Number), v.minValue(1), v.maxValue(ACTIVITY_PAGE_MAX)), '50'),
  kind: v.optional(v.pipe(v.string(), v.maxLength(100))),
  subject: v.optional(Id),
});
export type ActivityQuery = Readonly<v.InferOutput<typeof ActivityQuery>>;

/** `GET /activity?after&limit&kind&subject`, newest first. `nextCursor` goes into `after`. */
export const ActivityPage = v.object({ data: v.array(ActivityEntry), pagination: v.object({ limit: v.number(), nextCursor: v.nullable(v.string()) }) });
export type ActivityPage = Readonly<v.InferOutput<typeof ActivityPage>>;
