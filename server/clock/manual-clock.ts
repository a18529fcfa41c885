import { Clock } from './clock';

/** A clock for specs: it stands still until it is turned. */
export class ManualClock extends Clock {
  private time = new Date();

  override now(): Date {
    return new Date(this.time);
  }

  advance(ms: number): void {
    this.time = this.in(ms);
  }
}
