import * as v from 'valibot';
import { isTimeZone } from './days';
import { CalendarDate, Timestamp } from './primitives';

/** Over how many days, the present one included, the overview counts registrations. Days are those of the business, `timeZone`. */
export const OVERVIEW_DAYS = 30;
/** How many countries it names; the others are counted together. */
export const OVERVIEW_COUNTRIES = 8;

/**
 * `GET /overview` (ours, admins). Counts are of the users there are: whoever was deleted is in none. `X-Stream-Position` is
 * that of `users`. The queue's numbers are `GET /partner-places/summary`.
 */
export const Overview = v.object({
  users: v.object({
    total: v.number(),
    banned: v.number(),
    emailVerified: v.number(),
    phoneVerified: v.number(),
    bothVerified: v.number(),
  }),
  registrations: v.object({
    /** Oldest first, every day of the {@link OVERVIEW_DAYS}, also those without any. */
    days: v.array(v.object({ day: CalendarDate, total: v.number() })),
    /** Of the same days, the most first. Names are English; a client has its own by the code. */
    countries: v.array(v.object({ countryCode: v.string(), countryName: v.string(), total: v.number() })),
    /** Of the same days, from all countries that are not named. */
    otherCountries: v.number(),
  }),
  /** By the server's clock: its day is the last of `days`. */
  at: Timestamp,
  /** The zone that days are counted in, by its IANA name. An older server counts UTC's. */
  timeZone: v.optional(v.pipe(v.string(), v.check(isTimeZone)), 'UTC'),
});
export type Overview = Readonly<v.InferOutput<typeof Overview>>;

/**
 * `GET /overview/since-you-left` (ours, admins): what happened between the last use of the account's previous session and the
 * beginning of the present one, by kind of activity, most frequent first. `data` is null where no session of the last 7 days came before.
 */
export const SinceYouLeft = v.object({
  data: v.nullable(v.object({ from: Timestamp, to: Timestamp, counts: v.array(v.object({ kind: v.string(), n: v.number() })) })),
});
export type SinceYouLeft = Readonly<v.InferOutput<typeof SinceYouLeft>>;
