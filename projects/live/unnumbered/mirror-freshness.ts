import { DOUBT_MS, type Freshness } from '@moien/live/engine';

/** While the page is looked at, the list is compared this often at least, within what the budget allows. */
export const COMPARE_MS = 50_000;
/** A comparison this much overdue means that something keeps it from happening. */
const OVERDUE_MS = 30_000;

/** How a mirror stands. Moments are on the clock of its timers. */
interface Standing {
  readonly isOnline: boolean;
  readonly isUp: boolean;
  /** Whether the rows have been compared on this connection. */
  readonly isTrusted: boolean;
  readonly isVisible: boolean;
  /** Whether requests for the list fail again and again. */
  readonly isFailing: boolean;
  /** Since when something is known to be missing. */
  readonly doubtSince: number | undefined;
  /** When the last comparison was asked for. */
  readonly comparedAt: number | undefined;
}

/** @returns how far a mirror's rows may be believed; `syncedAt` is when the last comparison was asked for. */
export function mirrorFreshness(standing: Standing, now: number): Freshness {
  return { state: stateOf(standing, now), syncedAt: standing.comparedAt, isCompared: true };
}

function stateOf({ isOnline, isUp, isTrusted, isVisible, isFailing, doubtSince, comparedAt }: Standing, now: number): Freshness['state'] {
  if (!isOnline) return 'offline';
  if (comparedAt === undefined) return isFailing ? 'stale' : 'connecting';
  if (!isUp || isFailing) return 'stale';
  if (!isTrusted) return 'late';
  if (doubtSince !== undefined && now - doubtSince >= DOUBT_MS) return 'late';
  return isVisible && now - comparedAt > COMPARE_MS + OVERDUE_MS ? 'late' : 'live';
}
