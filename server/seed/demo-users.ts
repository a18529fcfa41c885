import type { UserRow } from '../database/schema';
import { derivedColumns } from '../users/user-row';
import { ORIGINS, type Country, type Origin } from './origins';
import { Random } from './random';

const SEED = 20_240_229;
const SPAN_MS = 2 * 365 * 24 * 60 * 60 * 1000;
/** No address under it can be anyone's (RFC 2606). */
const MAIL_DOMAINS = ['mail.example', 'post.example', 'inbox.example', 'courrier.example'] as const;
export const BAN_REASONS = [
  'Repeated orders that were never collected',
  'Payment chargebacks on several orders',
  'Abusive messages to couriers',
  'Account opened with a false identity',
  'Vouchers redeemed with duplicate accounts',
] as const;
/** Shares no factor with a power of ten, so that counting by it meets every number of so many digits once. */
const STRIDE = 48_271;

/**
 * Makes up users: the same for the same `until`, the first of them the same however many. They registered in the two years before
 * `until`; every combination of banned, e-mail verified and phone verified occurs among the first eight. Nobody can sign in
 * as one of them.
 */
export function* demoUsers(count: number, until: Date): Generator<UserRow> {
  const random = new Random(SEED);
  for (let index = 0; index < count; index++) yield demoUser(index, until, random);
}

function demoUser(index: number, until: Date, random: Random): UserRow {
  const origin = pickOrigin(random);
  const country = random.pick(origin.countries);
  const { fullName, address } = name(origin, random);
  const createdAt = new Date(until.getTime() - 1 - Math.floor(random.next() * SPAN_MS));
  const [isBanned, emailVerified, phoneVerified] =
    index < 8 ? [(index & 4) > 0, (index & 2) > 0, (index & 1) > 0] : [random.chance(0.06), random.chance(0.8), random.chance(0.65)];
  const bannedAt = isBanned ? new Date(createdAt.getTime() + Math.floor(random.next() * (until.getTime() - createdAt.getTime()))) : null;
  const user = {
    id: random.uuid(),
    fullName,
    countryCode: country.code,
    countryName: country.name,
    phone: phone(index, country),
    email: `${address}.${String(index)}@${random.pick(MAIL_DOMAINS)}`,
    createdAt,
  };
  return {
    ...user,
    ...derivedColumns(user),
    isBanned,
    bannedAt,
    banReason: isBanned ? random.pick(BAN_REASONS) : null,
    phoneVerified,
    emailVerified,
    photoUrl: null,
    passwordHash: null,
    updatedAt: bannedAt ?? createdAt,
  };
}

function pickOrigin(random: Random): Origin {
  let rest = random.below(ORIGINS.reduce((sum, { share }) => sum + share, 0));
  return ORIGINS.find(({ share }) => (rest -= share) < 0) ?? ORIGINS[0];
}

/** Two given names and a family name, or one and two: three words at least. */
function name({ given, family }: Origin, random: Random): { fullName: string; address: string } {
  const first = random.pick(given);
  const middle = random.pick(random.chance(0.6) ? given : family);
  const last = random.pick(family);
  return { fullName: [first, middle, last].map(([written]) => written).join(' '), address: `${first[1]}.${last[1]}` };
}

/** A number that no other index has; beyond what the digits allow for, a longer one. */
function phone(index: number, { mobile, digits }: Country): string {
  const room = 10 ** digits;
  const within = String((index * STRIDE) % room).padStart(digits, '0');
  const beyond = Math.floor(index / room);
  return `${mobile}${within}${beyond === 0 ? '' : String(beyond)}`;
}
