import { computed, DestroyRef, DOCUMENT, inject, Service, signal } from '@angular/core';

/** A computer's clock that is no further off than this is right: it is not put right again and again by fractions. In milliseconds. */
const TOLERANCE_MS = 2_000;

/** How far the server's clock is ahead, and how wrong that may be. In milliseconds. */
interface Offset {
  readonly ms: number;
  readonly error: number;
}

/**
 * The page's one ticking clock. It goes by the server's time, which every admin shares, however wrong their computers are. Whoever shows
 * an age reads one of these signals, so that all ages move together and from a single timer, which rests while the page is hidden.
 */
@Service()
export class Clock {
  private readonly document = inject(DOCUMENT);
  private readonly ticks = signal(Date.now());
  private readonly ahead = signal(0);
  private measured: Offset | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;

  /** Milliseconds since the epoch, new each second. */
  readonly second = computed(() => this.corrected(this.ticks()));
  /** The same in steps of a minute, for ages in long lists. */
  readonly minute = computed(() => Math.floor(this.second() / 60_000) * 60_000);

  constructor() {
    const follow = () => {
      clearInterval(this.timer);
      if (this.document.visibilityState === 'hidden') return;
      this.ticks.set(Date.now());
      this.timer = setInterval(() => this.ticks.set(Date.now()), 1000);
    };
    follow();
    this.document.addEventListener('visibilitychange', follow);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(this.timer);
      this.document.removeEventListener('visibilitychange', follow);
    });
  }

  /** The time just now, in milliseconds since the epoch: for moments that are compared with the server's. Changes with what is {@link learn}ed. */
  now(): number {
    return this.corrected(Date.now());
  }

  /** @returns what this computer's clock said, in the server's time. */
  corrected(local: number): number {
    return local + this.ahead();
  }

  /**
   * Learns how far this computer's clock is off from an answer that has just come. The quickest answers tell best; one that contradicts
   * what was known means that somebody has set the clock.
   *
   * @param server the server's time when it answered, in milliseconds since the epoch.
   * @param roundTrip how long request and answer were under way.
   * @param precision how coarse `server` is: cut off to steps of so many milliseconds.
   */
  learn(server: number, roundTrip: number, precision = 0): void {
    const error = (roundTrip + precision) / 2;
    const ms = server + error - Date.now();
    if (!Number.isFinite(ms)) return;
    const known = this.measured;
    if (known && Math.abs(known.ms - ms) <= known.error + error && known.error <= error) return;
    this.measured = { ms, error };
    // While the present setting may well be right, nothing jumps.
    if (Math.abs(ms - this.ahead()) > error + TOLERANCE_MS) this.ahead.set(Math.abs(ms) > error + TOLERANCE_MS ? Math.round(ms) : 0);
  }
}
