import { Inject, Injectable } from '@nestjs/common';
import { dayIn, daysUntil } from '#contract/days';
import { OVERVIEW_COUNTRIES, OVERVIEW_DAYS, type Overview } from '#contract/overview';
import { gte } from 'drizzle-orm';
import { Clock } from '../clock/clock';
import { CONFIG, type Config } from '../config/config';
import { Database } from '../database/database';
import { userCounts, userRegistrations } from '../database/schema';
import { EventLog } from '../stream/event-log';
import { Positioned } from '../stream/positioned';
import { countryName } from '../users/country-name';

type Registrations = readonly (typeof userRegistrations.$inferSelect)[];

/** Reads the maintained counts of users: the cost is the same at a million. */
@Injectable()
export class UserStatistics {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  overview(): Promise<Positioned<Overview>> {
    const now = this.clock.now();
    const { timeZone } = this.config;
    const days = daysUntil(dayIn(timeZone, now), OVERVIEW_DAYS);
    return this.database.snapshot(async (tx) => {
      const counts = await tx.select().from(userCounts);
      const count = (matches: (one: (typeof counts)[number]) => boolean) => counts.reduce((total, one) => total + (matches(one) ? one.n : 0), 0);
      const registered = await tx
        .select()
        .from(userRegistrations)
        .where(gte(userRegistrations.day, days[0] ?? ''));
      const users = {
        total: count(() => true),
        banned: count(({ isBanned }) => isBanned),
        emailVerified: count(({ emailVerified }) => emailVerified),
        phoneVerified: count(({ phoneVerified }) => phoneVerified),
        bothVerified: count(({ emailVerified, phoneVerified }) => emailVerified && phoneVerified),
      };
      const overview = { users, registrations: registrationsOf(registered, days), at: now.toISOString(), timeZone };
      return new Positioned(overview, 'users', await this.log.position(tx, 'users'));
    });
  }
}

function registrationsOf(all: Registrations, days: readonly string[]): Overview['registrations'] {
  const registered = all.filter(({ day }) => days.includes(day));
  const countries = [...sums(registered, ({ countryCode }) => countryCode)]
    .filter(([, total]) => total > 0)
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
    .map(([countryCode, total]) => ({ countryCode, countryName: countryName(countryCode), total }));
  const byDay = sums(registered, ({ day }) => day);
  return {
    days: days.map((day) => ({ day, total: byDay.get(day) ?? 0 })),
    countries: countries.slice(0, OVERVIEW_COUNTRIES),
    otherCountries: countries.slice(OVERVIEW_COUNTRIES).reduce((sum, { total }) => sum + total, 0),
  };
}

function sums(registered: Registrations, keyOf: (one: Registrations[number]) => string): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const one of registered) totals.set(keyOf(one), (totals.get(keyOf(one)) ?? 0) + one.n);
  return totals;
}
