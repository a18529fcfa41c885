import type { ActivityKind } from '#contract/activity';
import type { SiteImageSlot } from '#contract/site-settings';
import type { Actor } from '#contract/stream';
import type { StreamName } from '#contract/streams';
import type { activity, UserRow } from '../database/schema';
import { partnerAsActor } from '../partner-places/partner-changes';
import type { DemoPartner } from './demo-partners';
import { COLLEAGUES } from './demo-places';
import { BAN_REASONS } from './demo-users';
import { Random } from './random';

const SEED = 19_630_622;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const DAYS = 21;
/** How far back the record of what was done reaches. */
export const HISTORY_MS = DAYS * DAY_MS;
/** When people are at work, in hours of the UTC day. */
const WORK = { from: 7, hours: 9 } as const;
/** How many of the older users an admin did something to. */
const RENAMED = 18;
const PARDONED = 9;
/** People who are in the record alone. */
const DELETED = [
  'Marco Bianchi Ferraro',
  'Élodie Petit Marchand',
  'Tom Weis Kieffer',
  'سامي يوسف الخطيب',
  'Sofia Lopes Carvalho',
  'Lukas Braun Vogel',
  'Nora Thill Wagener',
] as const;
/** What was done to the site's images, oldest first; the last about a slot is what it shows today. */
const IMAGES = [
  ['hero', 'image.replaced', 19, 9], ['aboutStory', 'image.replaced', 16, 14], ['carousel4', 'image.replaced', 12, 10], ['carousel4', 'image.removed', 11, 8],
  ['aboutFeature1', 'image.removed', 8, 13], ['aboutFeature1', 'image.restored', 8, 14], ['carousel3', 'image.replaced', 5, 11], ['aboutHero', 'image.replaced', 1, 15],
] as const satisfies readonly (readonly [SiteImageSlot, ActivityKind, daysAgo: number, hour: number])[]; // prettier-ignore

export type PastEntry = Pick<typeof activity.$inferInsert, 'stream' | 'kind' | 'actor' | 'subjectId' | 'subjectLabel' | 'note' | 'at'>;
type Person = Pick<UserRow, 'id' | 'fullName'>;

/** Admins who are not among the accounts: the same each time. */
const ACTORS = actors();

/**
 * Makes up what users, partners and several admins did in the three weeks before `now`, oldest first: the same for the same data. It says
 * no other than the data: who is banned was banned when they say, decided requests were decided then and by whom they say.
 *
 * @param recent the users who registered or were banned in that time. @param older some of those who came before.
 */
export function demoHistory(now: Date, recent: readonly UserRow[], older: readonly Person[], partners: readonly DemoPartner[]): PastEntry[] {
  const random = new Random(SEED);
  const entries = [...recent.flatMap((user) => ofUser(user, random)), ...ofAdmins(now, older, random), ...partners.flatMap(ofPartner), ...imageHistory(now)];
  const from = now.getTime() - HISTORY_MS;
  return entries.filter(({ at }) => at.getTime() > from && at <= now).sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** @returns what was done to the site's images, oldest first. */
export function imageHistory(now: Date): (PastEntry & { readonly subjectId: SiteImageSlot })[] {
  const random = new Random(SEED + 1);
  return IMAGES.map(([slot, kind, daysAgo, hour]) => {
    const at = new Date(new Date(now).setUTCHours(hour, random.below(60), random.below(60), 0) - daysAgo * DAY_MS);
    return { ...entry('site-settings', kind, random.pick(ACTORS), { id: slot, label: slot }, at), subjectId: slot };
  });
}

function ofUser(user: UserRow, random: Random): PastEntry[] {
  const { id, fullName, createdAt, emailVerified, phoneVerified, bannedAt, banReason } = user;
  const subject = { id, label: fullName };
  const self: Actor = { kind: 'user', id, name: fullName };
  const after = (minutes: number) => new Date(createdAt.getTime() + minutes * MINUTE_MS + random.below(MINUTE_MS));
  return [
    entry('users', 'user.registered', self, subject, createdAt),
    ...(emailVerified ? [entry('users', 'user.email-verified', self, subject, after(2))] : []),
    ...(phoneVerified ? [entry('users', 'user.phone-verified', self, subject, after(5))] : []),
    ...(bannedAt ? [entry('users', 'user.banned', random.pick(ACTORS), subject, bannedAt, banReason)] : []),
  ];
}

function ofAdmins(now: Date, older: readonly Person[], random: Random): PastEntry[] {
  const about = (kind: ActivityKind, { id, fullName }: Person, at: Date, note?: string) =>
    entry('users', kind, random.pick(ACTORS), { id, label: fullName }, at, note);
  const whenever = () => atWork(now, random.below(DAYS), random);
  const renamed = older.slice(0, RENAMED).map((user) => about('user.renamed', user, whenever()));
  const pardoned = older.slice(RENAMED, RENAMED + PARDONED).flatMap((user) => {
    const at = atWork(now, 3 + random.below(DAYS - 3), random);
    return [about('user.banned', user, at, random.pick(BAN_REASONS)), about('user.unbanned', user, new Date(at.getTime() + (1 + random.below(40)) * HOUR_MS))];
  });
  const deleted = DELETED.map((fullName) => about('user.deleted', { id: random.uuid(), fullName }, whenever()));
  return [...renamed, ...pardoned, ...deleted];
}

function ofPartner({ request, messages }: DemoPartner): PastEntry[] {
  const subject = { id: request.id, label: request.placeName };
  const decided = ({ approved: 'partner.approved', rejected: 'partner.rejected', needs_info: 'partner.needs-info', pending: null } as const)[request.status];
  const admin = ACTORS.find(({ name }) => name === request.decidedBy) ?? ACTORS[0];
  return [
    entry('partner-places', 'partner.requested', partnerAsActor(request), subject, request.createdAt),
    ...messages.map(({ from, body, at }, index) => {
      const kind = index === messages.length - 1 && decided !== null ? decided : 'partner.needs-info';
      return from === 'partner'
        ? entry('partner-places', 'partner.replied', partnerAsActor(request), subject, at, body)
        : entry('partner-places', kind, admin, subject, at, body);
    }),
  ];
}

function entry(
  stream: StreamName,
  kind: ActivityKind,
  actor: Actor,
  subject: { readonly id: string; readonly label: string },
  at: Date,
  note: string | null = null,
): PastEntry {
  return { stream, kind, actor, subjectId: subject.id, subjectLabel: subject.label, note, at };
}

/** @returns a moment of a working day so many days ago, or of the day before where that is still to come. */
function atWork(now: Date, daysAgo: number, random: Random): Date {
  const midnight = new Date(now).setUTCHours(0, 0, 0, 0) - daysAgo * DAY_MS;
  const at = midnight + WORK.from * HOUR_MS + random.below(WORK.hours * HOUR_MS);
  return new Date(at > now.getTime() ? at - DAY_MS : at);
}

function actors(): readonly [Actor, ...Actor[]] {
  const random = new Random(SEED + 2);
  const [first, ...others] = COLLEAGUES.map((name): Actor => ({ kind: 'admin', id: random.uuid(), name }));
  if (!first) throw new Error('Nobody works here');
  return [first, ...others];
}
