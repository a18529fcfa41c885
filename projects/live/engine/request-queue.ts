import { FeedError, type Timers } from './ports';

/** What a list may ask the server for, the most urgent first. */
const NEEDS = ['snapshot', 'replay', 'rows', 'page', 'count'] as const;
export type Need = (typeof NEEDS)[number];

/** No answer after this long counts as a failure. */
export const TIMEOUT_MS = 10_000;
const BACK_OFF_MS = 500;
const BACK_OFF_MAX_MS = 15_000;

/**
 * One request at a time, each no sooner than wanted, each given up after ten seconds; after a failure the next waits longer.
 * A want is forgotten when its request *leaves*: what makes it wanted again meanwhile survives the answer.
 */
export class RequestQueue {
  private readonly wants = new Map<Need, { due: number; latest: number }>();
  private flight: { readonly need: Need; readonly abort: AbortController; readonly giveUp: () => void } | undefined;
  private cancelTimer: (() => void) | undefined;
  private notBefore = 0;
  private retries = 0;
  private failed = 0;
  private isStopped = false;

  /**
   * @param ask sends one request and applies its answer, unless the signal was aborted meanwhile.
   * @param landed is told when the answer was applied, or why there was none.
   * @param timeout milliseconds after which no answer counts as a failure.
   */
  constructor(
    private readonly timers: Timers,
    private readonly ask: (need: Need, signal: AbortSignal) => Promise<void>,
    private readonly landed: (need: Need, error?: FeedError) => void,
    private readonly timeout = TIMEOUT_MS,
  ) {}

  /** Requests without an answer, in a row. */
  get failures(): number {
    return this.failed;
  }
  /** What is being asked right now. */
  get asking(): Need | undefined {
    return this.flight?.need;
  }
  /** Whether it is wanted or under way. */
  has(need: Need): boolean {
    return this.wants.has(need) || this.flight?.need === need;
  }

  /** Wants it `wait` ms from now. With `atMost` each further call puts it off again, to so long after the first; without, the earliest call counts. */
  want(need: Need, wait: number, atMost = 0): void {
    const now = this.timers.now();
    const before = this.wants.get(need);
    const latest = before?.latest ?? now + Math.max(wait, atMost);
    const due = Math.min(atMost > 0 || !before ? now + wait : Math.min(before.due, now + wait), latest);
    this.wants.set(need, { due, latest });
    this.schedule();
  }
  unwant(need: Need): void {
    this.wants.delete(need);
  }

  /** Something speaks for trying at once: back online, visible again. */
  hurry(): void {
    this.notBefore = 0;
    this.schedule();
  }

  /** An answer helped. */
  succeed(): void {
    this.retries = this.failed = 0;
  }

  /** No answer, or one that did not help: the next request waits, twice as long each time, with jitter. */
  backOff(): void {
    const delay = Math.min(BACK_OFF_MS * 2 ** this.retries++, BACK_OFF_MAX_MS);
    this.notBefore = this.timers.now() + delay * (0.5 + this.timers.random() / 2);
  }

  /** Throws away the request under way; its answer is never heard. */
  abandon(): void {
    this.flight?.giveUp();
    this.flight?.abort.abort();
    this.flight = undefined;
  }

  stop(): void {
    this.isStopped = true;
    this.abandon();
    this.wants.clear();
    this.cancelTimer?.();
  }

  private schedule(): void {
    this.cancelTimer?.();
    this.cancelTimer = undefined;
    if (this.isStopped || this.flight || this.wants.size === 0) return;
    const now = this.timers.now();
    const due = Math.max(Math.min(...[...this.wants.values()].map((want) => want.due)), this.notBefore);
    this.cancelTimer = this.timers.after(Math.max(0, due - now), () => {
      this.cancelTimer = undefined;
      this.leave();
    });
  }

  private leave(): void {
    const now = this.timers.now();
    const need = NEEDS.find((each) => (this.wants.get(each)?.due ?? Infinity) <= now);
    if (need === undefined) {
      this.schedule();
      return;
    }
    this.wants.delete(need);
    const abort = new AbortController();
    const flight = {
      need,
      abort,
      giveUp: this.timers.after(this.timeout, () => {
        abort.abort();
        land(new FeedError(0, 'timeout'));
      }),
    };
    const land = (error?: FeedError): void => {
      if (this.flight === flight) this.land(need, error);
    };
    this.flight = flight;
    this.ask(need, abort.signal).then(
      () => {
        land();
      },
      (error: unknown) => {
        land(error instanceof FeedError ? error : new FeedError(0, String(error)));
      },
    );
  }

  private land(need: Need, error?: FeedError): void {
    this.flight?.giveUp();
    this.flight = undefined;
    if (error) {
      this.failed++;
      this.backOff();
    }
    this.landed(need, error);
    this.schedule();
  }
}
