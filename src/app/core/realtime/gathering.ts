/** Not longer than a frame: nobody sees the difference. */
const GATHER_MS = 16;
/** In a hidden tab timers come late. */
const GATHER_MAX = 500;

/** Hands on what comes alone at once, and what comes in a rush together: a frame's worth of single events costs a fraction of each handled by itself. */
export class Gathering<T> {
  private waiting: T[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param handOn receives everything once, in the order in which it came. */
  constructor(private readonly handOn: (items: readonly T[]) => void) {}

  add(item: T): void {
    this.waiting.push(item);
    if (this.timer === undefined || this.waiting.length >= GATHER_MAX) this.flush();
  }

  /** Hands on what waits, without waiting longer. */
  readonly flush = (): void => {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.waiting.length === 0) return;
    const items = this.waiting;
    this.waiting = [];
    this.timer = setTimeout(this.flush, GATHER_MS);
    this.handOn(items);
  };
}
