import * as v from 'valibot';
import { pageOf, type Page } from './paging';
import { Id, ShownImageUrl, Timestamp } from './primitives';

export const PARTNER_CHANGE_KINDS = ['created', 'approved', 'needs_info', 'rejected', 'updated', 'deleted'] as const;

/** `partner-places.changed`. The platform marks `id` as optional: without one, the whole list is stale. */
export const PartnerPlacesChanged = v.strictObject({ kind: v.picklist(PARTNER_CHANGE_KINDS), id: v.optional(Id), at: Timestamp });
export type PartnerPlacesChanged = Readonly<v.InferOutput<typeof PartnerPlacesChanged>>;

/** `pending` waits for us, `needs_info` for the partner; the others are decided. */
export const PARTNER_REQUEST_STATUSES = ['pending', 'needs_info', 'approved', 'rejected'] as const;
export type PartnerRequestStatus = (typeof PARTNER_REQUEST_STATUSES)[number];

export const PARTNER_MESSAGE_MAX = 4000;
export const PartnerMessage = v.object({ id: Id, from: v.picklist(['admin', 'partner']), body: v.string(), at: Timestamp });
export type PartnerMessage = Readonly<v.InferOutput<typeof PartnerMessage>>;

/** `PartnerRequestDto`, as it is read: nothing is refused that an old row could hold. `updatedAt` goes into `If-Match` when acting on it; no two changes of one request share theirs. */
export const PartnerRequest = v.object({
  id: Id,
  placeName: v.string(),
  contactName: v.string(),
  email: v.string(),
  phone: v.string(),
  countryCode: v.string(),
  city: v.string(),
  address: v.string(),
  cuisine: v.nullable(v.string()),
  note: v.nullable(v.string()),
  imageUrl: ShownImageUrl,
  status: v.picklist(PARTNER_REQUEST_STATUSES),
  /** Oldest first. */
  messages: v.array(PartnerMessage),
  /** The name of the admin who decided, or asked for details. */
  decidedBy: v.nullable(v.string()),
  decidedAt: v.nullable(Timestamp),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type PartnerRequest = Readonly<v.InferOutput<typeof PartnerRequest>>;

/** What a list of requests shows. Absent means "all". */
export const PartnerRequestsQuery = v.object({ status: v.optional(v.picklist(PARTNER_REQUEST_STATUSES)) });
export type PartnerRequestsQuery = Readonly<v.InferOutput<typeof PartnerRequestsQuery>>;

export const PARTNER_REQUESTS_PAGE_MAX = 200;
/** How many single requests `?ids=` asks for at most. */
export const PARTNER_REQUEST_IDS_MAX = 100;
/** The query string of `GET /partner-places/requests`. With `ids` the answer is one page of those that are there and match. */
export const PartnerRequestsPageQuery = v.object({
  ...PartnerRequestsQuery.entries,
  ids: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(37 * PARTNER_REQUEST_IDS_MAX),
      v.transform((list) => list.split(',').filter((id) => id !== '')),
      v.array(Id),
      v.maxLength(PARTNER_REQUEST_IDS_MAX),
    ),
  ),
  limit: v.optional(v.pipe(v.string(), v.regex(/^\d{1,3}$/u), v.transform(Number), v.minValue(1), v.maxValue(PARTNER_REQUESTS_PAGE_MAX)), '50'),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(500))),
});
export type PartnerRequestsPageQuery = Readonly<v.InferOutput<typeof PartnerRequestsPageQuery>>;

/** The answer of `GET /partner-places/requests`. */
export const PartnerRequestsPage = pageOf(PartnerRequest);
export type PartnerRequestsPage = Page<PartnerRequest>;

const RANKS: Readonly<Record<PartnerRequestStatus, number>> = { pending: 0, needs_info: 1, approved: 2, rejected: 2 };
const LATEST_MS = 999_999_999_999_999;

/**
 * Where a request stands in a list, ascending by `compareText`, ties by `id`: first those that wait for us, then those that
 * wait for the partner, the oldest first; then the decided ones, the latest decision first.
 */
export function partnerRequestSortKey({ status, createdAt, decidedAt }: Pick<PartnerRequest, 'status' | 'createdAt' | 'decidedAt'>): string {
  const rank = RANKS[status];
  const ms = rank < 2 ? Date.parse(createdAt) : LATEST_MS - Date.parse(decidedAt ?? createdAt);
  return `${String(rank)}:${String(ms).padStart(15, '0')}`;
}

/** Whether a request belongs to a list. */
export function partnerRequestMatches(request: Pick<PartnerRequest, 'status'>, { status }: PartnerRequestsQuery): boolean {
  return status === undefined || request.status === status;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** From these ages on a request that waits is late: amber, then red. */
export const PARTNER_LATE_MS = DAY_MS;
export const PARTNER_VERY_LATE_MS = 2 * DAY_MS;

const Waiting = v.object({ under24h: v.number(), under48h: v.number(), over48h: v.number() });
/** `GET /partner-places/summary`: counts over all requests. `waiting` counts by the time since a request came, as of `at`. */
export const PartnerRequestsSummary = v.object({
  total: v.number(),
  byStatus: v.object({ pending: v.number(), needs_info: v.number(), approved: v.number(), rejected: v.number() }),
  waiting: v.object({ pending: Waiting, needs_info: Waiting }),
  oldestPendingAt: v.nullable(Timestamp),
  at: Timestamp,
});
export type PartnerRequestsSummary = Readonly<v.InferOutput<typeof PartnerRequestsSummary>>;

/** `GET /partner-places/requests/:id`. */
export const PartnerRequestDetail = v.object({ data: PartnerRequest });
export type PartnerRequestDetail = Readonly<v.InferOutput<typeof PartnerRequestDetail>>;

/** Answer to a change of one request. */
export const PartnerRequestAnswer = v.object({
  ok: v.literal(true),
  request: PartnerRequest,
  /** Of an action that takes another back: whether the mail about that had not left yet, and will not. */
  mailTakenBack: v.optional(v.boolean()),
});
export type PartnerRequestAnswer = Readonly<v.InferOutput<typeof PartnerRequestAnswer>>;
