import { fillCannedReply, type CannedAction } from '#contract/canned-replies';
import type { PartnerRequestStatus } from '#contract/partner-places';
import type { PartnerMessageRow, PartnerRequestRow } from '../database/schema';
import { CANNED_REPLIES } from '../partner-places/canned-replies';
import { sortKeyOf } from '../partner-places/partner-request-row';
import { COLLEAGUES, PLACE_KINDS, TOWNS, type PlaceKind } from './demo-places';
import { Random } from './random';

const SEED = 19_450_912;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export const DEMO_PARTNERS = 60;
/** Of every ten requests so many wait, are asked about, and so on. */
const STATUSES: readonly PartnerRequestStatus[] = [
  'pending', 'approved', 'pending', 'needs_info', 'rejected', 'pending', 'approved', 'pending', 'approved', 'needs_info',
]; // prettier-ignore
const ACTIONS: Readonly<Record<Exclude<PartnerRequestStatus, 'pending'>, CannedAction>> = {
  needs_info: 'request-details',
  approved: 'approve',
  rejected: 'reject',
};

export interface DemoPartner {
  readonly request: PartnerRequestRow;
  readonly messages: readonly PartnerMessageRow[];
}

/**
 * Makes up partner requests: the same for the same `now`, in every status, with threads. Those that wait came from some minutes to
 * some days ago.
 *
 * @param images pictures that some of them show.
 */
export function* demoPartners(now: Date, images: readonly string[]): Generator<DemoPartner> {
  const random = new Random(SEED);
  for (let index = 0; index < DEMO_PARTNERS; index++) yield demoPartner(index, now.getTime(), images, random);
}

function demoPartner(index: number, now: number, images: readonly string[], random: Random): DemoPartner {
  const kind = PLACE_KINDS[index % PLACE_KINDS.length] ?? PLACE_KINDS[0];
  const status = STATUSES[index % STATUSES.length] ?? 'pending';
  const [sign, cuisine] = random.pick(kind.signs);
  const [family, plain] = random.pick(kind.origin.family);
  const [countryCode, city, street, prefix] = random.pick(TOWNS);
  // The squares of even steps: many minutes old, some days.
  const waited = MINUTE_MS * 3 + ((index + random.next()) / DEMO_PARTNERS) ** 2 * 4 * 24 * HOUR_MS;
  const createdMs = Math.floor(status === 'pending' || status === 'needs_info' ? now - waited : now - waited * 5 - 2 * HOUR_MS);
  const shown = {
    id: random.uuid(),
    placeName: `${sign} ${family}`,
    contactName: `${random.pick(kind.origin.given)[0]} ${family}`,
    city,
  };
  const messages = thread(kind, status, shown, createdMs, now, random);
  const decidedMs = status === 'pending' ? undefined : messages.at(-1)?.at;
  const createdAt = new Date(createdMs);
  const request = {
    ...shown,
    email: `${plain}.${String(index)}@places.example`,
    phone: `${prefix}${String(random.below(1_000_000)).padStart(6, '0')}`,
    countryCode,
    address: `${String(1 + random.below(120))}, ${street}`,
    cuisine: random.chance(0.9) ? cuisine : null,
    note: random.chance(0.7) ? random.pick(kind.notes) : null,
    imageUrl: images.length > 0 && random.chance(0.5) ? (images[index % images.length] ?? null) : null,
    status,
    decidedBy: decidedMs === undefined ? null : random.pick(COLLEAGUES),
    decidedAt: decidedMs ?? null,
    before: null,
    handledBy: [],
    createdAt,
    updatedAt: messages.at(-1)?.at ?? createdAt,
  };
  return { request: { ...request, sortKey: sortKeyOf(request) }, messages };
}

/** What was written: a question and its answer about some, the decision about those that are decided. Spread over the time there was. */
function thread(
  { replies }: PlaceKind,
  status: PartnerRequestStatus,
  request: Pick<PartnerRequestRow, 'id' | 'placeName' | 'contactName' | 'city'>,
  from: number,
  until: number,
  random: Random,
): PartnerMessageRow[] {
  const canned = (action: CannedAction): string => {
    const fitting = CANNED_REPLIES.filter((reply) => reply.action === action);
    const { en, ar } = (fitting[random.below(fitting.length)] ?? CANNED_REPLIES[0])?.body ?? { en: '', ar: '' };
    return fillCannedReply(/\p{Script=Arabic}/u.test(request.placeName) ? ar : en, request);
  };
  const written: Pick<PartnerMessageRow, 'from' | 'body'>[] = [];
  if (status !== 'needs_info' && random.chance(0.4)) {
    written.push({ from: 'admin', body: canned('request-details') }, { from: 'partner', body: random.pick(replies) });
  }
  if (status !== 'pending') written.push({ from: 'admin', body: canned(ACTIONS[status]) });
  const step = (until - from) / (written.length + 1);
  return written.map((message, index) => ({ ...message, id: random.uuid(), requestId: request.id, at: new Date(Math.floor(from + step * (index + 1))) }));
}
