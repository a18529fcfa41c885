/**
 * How far the screen may be believed.
 * - `connecting`: nothing to show yet.
 * - `live`: equal to the server, as far as anyone can know.
 * - `late`: connected, but something is known to be missing or being checked for over a second.
 * - `stale`: the connection or the requests fail; what is shown is as of `syncedAt`.
 * - `offline`: the device itself says that it has no network.
 */
export type FreshnessState = 'connecting' | 'live' | 'late' | 'stale' | 'offline';

export interface Freshness {
  readonly state: FreshnessState;
  /** When the rows were last known to equal the server's, on the clock of the injected timers; undefined: never. */
  readonly syncedAt: number | undefined;
  /** The rows rest on events without numbers, and on the whole list as it was compared at `syncedAt`. */
  readonly isCompared?: boolean;
}

/**
 * How far something may be believed that rests on a source with a freshness of its own. Until the list itself has
 * something to show, that counts; from then on the source knows better.
 */
export function lessFresh(own: Freshness, source: Freshness | undefined): Freshness {
  if (!source) return own;
  return own.state === 'connecting' && source.state === 'live' ? { ...source, state: 'connecting' } : source;
}

const WORST_FIRST: readonly FreshnessState[] = ['offline', 'stale', 'connecting', 'late', 'live'];

/** @returns the worst of several; undefined where there is none. */
export function leastFresh(all: readonly Freshness[]): Freshness | undefined {
  return [...all].sort((a, b) => WORST_FIRST.indexOf(a.state) - WORST_FIRST.indexOf(b.state) || (a.syncedAt ?? 0) - (b.syncedAt ?? 0))[0];
}

/** A doubt shorter than this is not worth showing: most are a frame or a request long. */
export const DOUBT_MS = 1_000;
/** Failures in a row that make the screen stale. */
const FAILURES_MAX = 2;

/** What the state of a list's parts means for the person who reads it. */
export class SyncStatus {
  isOnline = true;
  isReady = false;
  private isUp = false;
  /** Since the connection was lost nothing has shown that nothing was missed. */
  private isUnproven = true;
  private doubtSince: number | undefined;
  private syncedAt: number | undefined;

  setUp(isUp: boolean): void {
    this.isUp = isUp;
    if (!isUp) this.isUnproven = true;
  }

  /** Nothing is missing and nothing is being asked (`isSure`), or something is. */
  weigh(isSure: boolean, now: number): void {
    if (isSure && this.isUp) this.isUnproven = false;
    this.doubtSince = isSure ? undefined : (this.doubtSince ?? now);
  }

  /** The server was just heard or asked. */
  confirm(now: number): void {
    if (this.doubtSince === undefined) this.syncedAt = now;
  }

  read(now: number, failures: number): Freshness {
    return { state: this.state(now, failures), syncedAt: this.syncedAt };
  }

  private state(now: number, failures: number): FreshnessState {
    if (!this.isOnline) return 'offline';
    if (!this.isReady) return failures >= FAILURES_MAX ? 'stale' : 'connecting';
    if (!this.isUp || failures >= FAILURES_MAX) return 'stale';
    if (this.isUnproven) return 'late';
    return this.doubtSince !== undefined && now - this.doubtSince >= DOUBT_MS ? 'late' : 'live';
  }
}
