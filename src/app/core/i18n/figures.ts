import { computed, inject, Service } from '@angular/core';
import { Language } from './language';

/** Shares and calendar days in the active language: apart from `Formats`, which the sign-in page carries. */
@Service()
export class Figures {
  private readonly locale = inject(Language).locale;
  private readonly shares = computed(() => new Intl.NumberFormat(this.locale(), { style: 'percent', maximumFractionDigits: 1 }));
  private readonly days = computed(() => new Intl.DateTimeFormat(this.locale(), { day: 'numeric', month: 'short', timeZone: 'UTC' }));

  /** 4.1% · ٤٫١٪. @param fraction from 0 to 1. */
  percent(fraction: number): string {
    return this.shares().format(fraction);
  }

  /** 1 Feb · ١ فبراير. @param day a calendar date, `2026-02-01`: the same day in every time zone. */
  calendarDay(day: string): string {
    return this.days().format(new Date(day));
  }
}
