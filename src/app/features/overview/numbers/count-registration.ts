import { dayIn } from '#contract/days';
import type { Overview } from '#contract/overview';
import type { PublicUser } from '#contract/users';
import { compareText } from '#contract/text';

/** The overview with somebody more, just registered; undefined where their day or country is not one of those named: then only the server can tell. */
export function countRegistration(overview: Overview, user: PublicUser): Overview | undefined {
  const { users, registrations } = overview;
  const day = dayIn(overview.timeZone, new Date(user.createdAt));
  const hasDay = registrations.days.some((one) => one.day === day);
  const hasCountry = registrations.countries.some(({ countryCode }) => countryCode === user.countryCode);
  if (!hasDay || !hasCountry) return undefined;
  return {
    ...overview,
    users: {
      total: users.total + 1,
      banned: users.banned + Number(user.isBanned),
      emailVerified: users.emailVerified + Number(user.emailVerified),
      phoneVerified: users.phoneVerified + Number(user.phoneVerified),
      bothVerified: users.bothVerified + Number(user.emailVerified && user.phoneVerified),
    },
    registrations: {
      ...registrations,
      days: registrations.days.map((one) => (one.day === day ? { ...one, total: one.total + 1 } : one)),
      countries: registrations.countries
        .map((one) => (one.countryCode === user.countryCode ? { ...one, total: one.total + 1 } : one))
        .sort((a, b) => b.total - a.total || compareText(a.countryCode, b.countryCode)),
    },
  };
}
