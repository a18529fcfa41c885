/** So many days before its end a contract is flagged. */
const SOON_DAYS = 30;
const DAY_MS = 86_400_000;

/** How a contract stands; `days` are left, none on its last day. */
export type ContractEnd = { readonly state: 'open' } | { readonly state: 'running' | 'ending' | 'ended'; readonly date: number; readonly days: number };

/**
 * How a contract stands that is valid through a calendar day.
 *
 * @param until `YYYY-MM-DD`; null for no end.
 * @param now in milliseconds since the epoch; the day it falls on is the reader's.
 */
export function contractEnd(until: string | null, now: number): ContractEnd {
  if (until === null) return { state: 'open' };
  const date = new Date(`${until}T00:00`).getTime();
  // Days of 23 or 25 hours count as one.
  const days = Math.round((date - new Date(now).setHours(0, 0, 0, 0)) / DAY_MS);
  return { state: days < 0 ? 'ended' : days <= SOON_DAYS ? 'ending' : 'running', date, days };
}
