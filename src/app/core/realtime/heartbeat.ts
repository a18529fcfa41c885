/** How late a ping may be, in intervals, and how long a page that slept listens for one that waits in line. */
const PATIENCE = 1.2;
const GRACE_MS = 1_000;

/** Notices that the server's pings have stopped: of a half-open connection nothing else tells for a long time. */
export class Heartbeat {
  private interval = 0;
  private last = 0;
  private due = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param silent called once when no ping came in time. */
  constructor(private readonly silent: () => void) {}

  /** @param interval milliseconds between the server's pings. */
  start(interval: number): void {
    this.interval = interval;
    this.beat();
    this.wait(interval * PATIENCE);
  }

  beat(): void {
    this.last = performance.now();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Looks now instead of when it is due. */
  check(): void {
    if (this.timer !== undefined && this.overdue() > 0) this.wait(GRACE_MS);
  }

  private overdue(): number {
    return performance.now() - this.last - this.interval * PATIENCE;
  }

  private wait(ms: number): void {
    clearTimeout(this.timer);
    this.due = performance.now() + ms;
    this.timer = setTimeout(() => this.look(), ms);
  }

  private look(): void {
    const overdue = this.overdue();
    if (overdue < 0) this.wait(-overdue);
    else if (performance.now() - this.due > GRACE_MS) this.wait(GRACE_MS);
    else {
      this.stop();
      this.silent();
    }
  }
}
