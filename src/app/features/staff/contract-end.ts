import { daysBetween } from '#contract/days';

/** So many days before its end a contract is flagged. */
const SOON_DAYS = 30;

/** How a contract stands; `days` are left, none on its last day. */
export type ContractEnd = { readonly state: 'open' } | { readonly state: 'running' | 'ending' | 'ended'; readonly date: string; readonly days: number };

/**
 * How a contract stands that is valid through a calendar day.
 *
 * @param until `YYYY-MM-DD`; null for no end.
 * @param today the business's day, as `until`.
 */
export function contractEnd(until: string | null, today: string): ContractEnd {
  if (until === null) return { state: 'open' };
  const days = daysBetween(today, until);
  return { state: days < 0 ? 'ended' : days <= SOON_DAYS ? 'ending' : 'running', date: until, days };
}
