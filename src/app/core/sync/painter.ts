/** How often the screen changes under load: more often than this nobody sees, and each time costs a frame. */
const PACE_MS = 50;

/**
 * Gathers changes into as few screen updates as can be: the first after quiet in the next frame, then one each 50 ms.
 * A hidden tab gets no frames; there a timer runs instead, so that nothing piles up.
 */
export class Painter {
  private painted = -Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private frame: number | undefined;

  constructor(private readonly paint: () => void) {}

  /** Something changed. Cheap; call it as often as things change. */
  request(): void {
    if (this.timer !== undefined) return;
    const wait = this.painted + PACE_MS - performance.now();
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
    this.painted = performance.now();
    this.paint();
  };
}
