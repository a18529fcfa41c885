import { computed, inject, InjectionToken, Service, signal } from '@angular/core';
import { dayIn, DEFAULT_TIME_ZONE, isTimeZone } from '#contract/days';
import { Clock } from './clock';

/** The time zone of the reader's computer. */
export const READER_ZONE = new InjectionToken('The reader’s time zone', { factory: () => new Intl.DateTimeFormat().resolvedOptions().timeZone });

/** The time zone that the business keeps its days in: the server's word, Luxembourg's until it has been heard. */
@Service()
export class BusinessZone {
  private readonly clock = inject(Clock);
  private readonly known = signal(DEFAULT_TIME_ZONE);

  /** By its IANA name. */
  readonly name = this.known.asReadonly();
  /** The calendar day that it is there, `YYYY-MM-DD`. */
  readonly today = computed(() => dayIn(this.known(), this.clock.minute()));

  /** @param name as the server has it; undefined, or what this browser does not know, changes nothing. */
  learn(name: string | undefined): void {
    if (name !== undefined && isTimeZone(name)) this.known.set(name);
  }
}
