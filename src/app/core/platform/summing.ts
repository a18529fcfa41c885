import { dayIn, daysUntil } from '#contract/days';
import { type Overview, OVERVIEW_COUNTRIES, OVERVIEW_DAYS } from '#contract/overview';
import { PARTNER_LATE_MS, PARTNER_VERY_LATE_MS, type PartnerRequest, type PartnerRequestsSummary } from '#contract/partner-places';
import type { PublicUser, UsersSummary } from '#contract/users';

const DAY_MS = 86_400_000;

/** The figures of the overview, summed up from all users there are: as `GET /overview` does. Days are those of `timeZone`. */
export function sumUpUsers(users: Iterable<PublicUser>, now: number, timeZone: string): Overview {
  const sums = { total: 0, banned: 0, emailVerified: 0, phoneVerified: 0, bothVerified: 0 };
  const byDay = new Map(daysUntil(dayIn(timeZone, now), OVERVIEW_DAYS).map((day) => [day, 0]));
  // Which day it was takes long to tell, and is not asked of registrations from before all of them.
  const since = new Date(now - (OVERVIEW_DAYS + 1) * DAY_MS).toISOString();
  const byCountry = new Map<string, { countryCode: string; countryName: string; total: number }>();
  for (const user of users) {
    sums.total++;
    sums.banned += Number(user.isBanned);
    sums.emailVerified += Number(user.emailVerified);
    sums.phoneVerified += Number(user.phoneVerified);
    sums.bothVerified += Number(user.emailVerified && user.phoneVerified);
    if (user.createdAt < since) continue;
    const day = dayIn(timeZone, new Date(user.createdAt));
    const registered = byDay.get(day);
    if (registered === undefined) continue;
    byDay.set(day, registered + 1);
    countCountry(byCountry, user);
  }
  const countries = ranked(byCountry);
  return {
    users: sums,
    registrations: {
      days: [...byDay].map(([day, total]) => ({ day, total })),
      countries: countries.slice(0, OVERVIEW_COUNTRIES),
      otherCountries: countries.slice(OVERVIEW_COUNTRIES).reduce((sum, { total }) => sum + total, 0),
    },
    at: new Date(now).toISOString(),
    timeZone,
  };
}

/** Counts over all users, as `GET /users/summary` does. */
export function countUsers(users: Iterable<PublicUser>): UsersSummary {
  const sums = { total: 0, active: 0, banned: 0, emailVerified: 0, phoneVerified: 0 };
  const byCountry = new Map<string, { countryCode: string; countryName: string; total: number }>();
  for (const user of users) {
    sums.total++;
    sums[user.isBanned ? 'banned' : 'active']++;
    sums.emailVerified += Number(user.emailVerified);
    sums.phoneVerified += Number(user.phoneVerified);
    countCountry(byCountry, user);
  }
  return { ...sums, byCountry: ranked(byCountry) };
}

/** Counts of partner requests by status and age, as `GET /partner-places/summary` does. */
export function sumUpRequests(requests: Iterable<PartnerRequest>, now: number): PartnerRequestsSummary {
  const byStatus = { pending: 0, needs_info: 0, approved: 0, rejected: 0 };
  const waiting = { pending: noneWaiting(), needs_info: noneWaiting() };
  let total = 0;
  let oldestPendingAt: string | null = null;
  for (const { status, createdAt } of requests) {
    total++;
    byStatus[status]++;
    if (status !== 'pending' && status !== 'needs_info') continue;
    const age = now - Date.parse(createdAt);
    waiting[status][age < PARTNER_LATE_MS ? 'under24h' : age < PARTNER_VERY_LATE_MS ? 'under48h' : 'over48h']++;
    if (status === 'pending' && createdAt !== '' && (oldestPendingAt === null || createdAt < oldestPendingAt)) oldestPendingAt = createdAt;
  }
  return { total, byStatus, waiting, oldestPendingAt, at: new Date(now).toISOString() };
}

type Countries = Map<string, { countryCode: string; countryName: string; total: number }>;

function countCountry(countries: Countries, { countryCode, countryName }: PublicUser): void {
  const counted = countries.get(countryCode);
  if (counted) counted.total++;
  else countries.set(countryCode, { countryCode, countryName, total: 1 });
}

/** Descending by count, ties by code. */
function ranked(countries: Countries): { countryCode: string; countryName: string; total: number }[] {
  return [...countries.values()].sort((a, b) => b.total - a.total || (a.countryCode < b.countryCode ? -1 : 1));
}

function noneWaiting() {
  return { under24h: 0, under48h: 0, over48h: 0 };
}
