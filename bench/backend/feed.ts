import { setTimeout as sleep } from 'node:timers/promises';
import { BATCH_MAX, type StreamEvent } from '#contract/stream';

/** The server's own pause between two batches. */
export const SERVER_PAUSE_MS = 50;

/** The numbered history of `/users`, and the handing on of what is new in it as the server's tail does it: at once after quiet, at most 500 a time. */
export class Feed {
  readonly log = 'bench';
  private readonly history: StreamEvent[] = [];
  private handedOn = 0;
  private handing: Promise<void> | undefined;

  /**
   * @param pauseMs the least time between two batches.
   * @param handOn receives each batch, in order.
   */
  constructor(
    private readonly pauseMs: number,
    private readonly handOn: (events: readonly StreamEvent[]) => void,
  ) {}

  /** Everything up to here was handed on. */
  get head(): number {
    return this.handedOn;
  }

  /** How many events there are, handed on or not. */
  get length(): number {
    return this.history.length;
  }

  append(events: readonly { readonly event: string; readonly payload: unknown }[]): void {
    const at = new Date().toISOString();
    for (const { event, payload } of events) this.history.push({ seq: this.history.length + 1, event, payload, at });
    this.handing ??= this.run().finally(() => (this.handing = undefined));
  }

  /** What happened after a position, at most a page of it. */
  after(seq: number): readonly StreamEvent[] {
    return this.history.slice(seq, seq + BATCH_MAX);
  }

  /** Settles once all of it has been handed on. */
  async idle(): Promise<void> {
    await this.handing;
  }

  private async run(): Promise<void> {
    while (this.handedOn < this.history.length) {
      const events = this.history.slice(this.handedOn, this.handedOn + BATCH_MAX);
      this.handedOn += events.length;
      this.handOn(events);
      await sleep(this.pauseMs);
    }
  }
}
