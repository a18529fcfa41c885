/**
 * Requests are counted in windows of this length, in milliseconds: a minute, and what one may be quicker on its way than
 * the one before it, so that a server never counts two in its minute.
 */
const WINDOW_MS = 60_250;
/** Whole lists requested in one window at most, however many events come. */
const PER_WINDOW_MAX = 6;
/** A list of so many rows is asked for once in a window, a shorter one as much more often. */
const ROWS_OF_ONE = 20_000;

/**
 * Limits how often a whole list is asked for: the longer the list, the more seldom. In a quiet time the
 * first requests may follow each other closely; the more of the window is used up, the longer the waits.
 */
export class RequestBudget {
  private readonly sent: number[] = [];

  /** @param rows how long the list is. @returns milliseconds until the next request may leave. */
  wait(now: number, rows: number): number {
    const allowed = Math.max(1, Math.min(PER_WINDOW_MAX, Math.floor(ROWS_OF_ONE / Math.max(1, rows))));
    const recent = this.sent.filter((at) => now - at < WINDOW_MS);
    const last = recent.at(-1);
    if (last === undefined) return 0;
    const oldestThatCounts = recent.at(-allowed);
    const untilFree = oldestThatCounts === undefined ? 0 : oldestThatCounts + WINDOW_MS - now;
    // The gaps of a full window grow evenly and add up to its length.
    const gap = (WINDOW_MS / allowed) * ((2 * Math.min(recent.length, allowed)) / (allowed + 1));
    return Math.max(0, untilFree, last + gap - now);
  }

  /** A request leaves. */
  spend(now: number): void {
    this.sent.push(now);
    if (this.sent.length > PER_WINDOW_MAX) this.sent.shift();
  }
}
