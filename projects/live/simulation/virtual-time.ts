import type { Timers } from '../engine/ports';

interface Due {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** A small seeded generator (mulberry32): the same numbers for the same seed, everywhere. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Time that passes only when told to: everything due is run in order, and every promise settled, before it goes on. */
export class VirtualTime implements Timers {
  private clock = 0;
  private order = 0;
  private readonly queue: Due[] = [];
  private frozenUntil = 0;
  /** Timers of the tab's own that are still to come. */
  waitingInTab = 0;

  constructor(readonly random: () => number) {}

  now(): number {
    return this.clock;
  }

  after(ms: number, run: () => void): () => void {
    const due: Due = { at: this.clock + ms, order: this.order++, run };
    let index = this.queue.length;
    for (let before = this.queue[index - 1]; before && before.at > due.at; before = this.queue[--index - 1]);
    this.queue.splice(index, 0, due);
    return () => {
      const place = this.queue.indexOf(due);
      if (place >= 0) this.queue.splice(place, 1);
    };
  }

  /** The tab is frozen: what is due in it waits. */
  freeze(ms: number): void {
    this.frozenUntil = this.clock + ms;
  }
  /** Runs something of the tab's: at once, or when it thaws. */
  inTab(run: () => void): void {
    if (this.clock >= this.frozenUntil) run();
    else this.after(this.frozenUntil - this.clock, run);
  }
  /** The tab's own timers. */
  get tab(): Timers {
    return {
      now: () => this.clock,
      random: this.random,
      after: (ms, run) => {
        let isWaiting = true;
        const end = (): boolean => {
          if (!isWaiting) return false;
          isWaiting = false;
          this.waitingInTab--;
          return true;
        };
        this.waitingInTab++;
        const cancel = this.after(ms, () => {
          this.inTab(() => {
            if (end()) run();
          });
        });
        return () => {
          end();
          cancel();
        };
      },
    };
  }

  /** Lets time pass up to `until`; `each` is called after everything that happened. */
  async run(until: number, each: () => void): Promise<void> {
    await settled();
    for (let due = this.queue[0]; due && due.at <= until; due = this.queue[0]) {
      this.queue.shift();
      this.clock = due.at;
      due.run();
      await settled();
      each();
    }
    this.clock = until;
  }
}

/** A request's answer passes through a handful of promises before it is applied. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}
