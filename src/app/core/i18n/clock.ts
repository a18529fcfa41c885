import { computed, DestroyRef, DOCUMENT, inject, Service, signal } from '@angular/core';

/**
 * The page's one ticking clock. Whoever shows an age reads one of these signals, so that all ages move together and from
 * a single timer, which rests while the page is hidden.
 */
@Service()
export class Clock {
  private readonly document = inject(DOCUMENT);
  private readonly ticks = signal(Date.now());
  private timer: ReturnType<typeof setInterval> | undefined;

  /** Milliseconds since the epoch, new each second. */
  readonly second = this.ticks.asReadonly();
  /** The same in steps of a minute, for ages in long lists. */
  readonly minute = computed(() => Math.floor(this.ticks() / 60_000) * 60_000);

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
}
