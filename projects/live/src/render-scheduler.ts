/** How often the screen changes under load: more often than this nobody sees, and each time costs a frame. */
const PACE_MS = 50;
/** Under so much load that drawing alone would fill the time, it changes less often: drawing gets a fifth of the time, and waits no longer than this. */
const PACE_MAX_MS = 250;
const SHARE = 5;

/**
 * Gathers changes into as few screen updates as can be: the first after quiet in the next frame, then one each 50 ms, or
 * fewer where they cost more. A hidden tab gets no frames; there a timer runs instead, so that nothing piles up.
 */
export class RenderScheduler {
  private painted = -Infinity;
  private pace = PACE_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private frame: number | undefined;

  constructor(private readonly paint: () => void) {}

  /** Something changed. Cheap; call it as often as things change. */
  request(): void {
    if (this.timer !== undefined) return;
    const wait = this.painted + this.pace - performance.now();
    if (wait <= 0) this.frame = requestAnimationFrame(this.run);
    this.timer = setTimeout(this.run, Math.max(wait, wait <= 0 ? PACE_MS : 0));
  }

  stop(): void {
    clearTimeout(this.timer);
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    this.timer = this.frame = undefined;
  }

  private readonly run = (): void => {
    this.stop();
    const start = performance.now();
    this.painted = start;
    this.paint();
    // The framework draws in a task of its own, before this one; the browser lays out and paints in the next frame.
    setTimeout(() => {
      const drawn = performance.now() - start;
      requestAnimationFrame(() => {
        const frame = performance.now();
        setTimeout(() => this.setPace(drawn + performance.now() - frame));
      });
    });
  };

  private setPace(cost: number): void {
    this.pace = Math.min(PACE_MAX_MS, Math.max(PACE_MS, SHARE * cost));
  }
}
