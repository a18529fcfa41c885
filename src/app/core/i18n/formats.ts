import { computed, inject, Pipe, Service, type PipeTransform } from '@angular/core';
import { Clock } from './clock';
import { Language } from './language';

/** An instant: ISO 8601 text as the contract has it, or milliseconds since the epoch. */
export type Instant = string | number;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', SECOND],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[];

const DAY_SHAPE: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };

/** Numbers, dates and times in the active language. Read in a template, `computed` or `effect`, they follow it. */
@Service()
export class Formats {
  private readonly locale = inject(Language).locale;
  // Intl formatters are dear to make and cheap to use: one of each a language.
  private readonly numbers = computed(() => new Intl.NumberFormat(this.locale()));
  private readonly percents = computed(() => new Intl.NumberFormat(this.locale(), { style: 'percent' }));
  private readonly days = computed(() => new Intl.DateTimeFormat(this.locale(), DAY_SHAPE));
  private readonly moments = computed(() => new Intl.DateTimeFormat(this.locale(), { ...DAY_SHAPE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));
  private readonly nows = computed(() => new Intl.RelativeTimeFormat(this.locale(), { numeric: 'auto', style: 'short' }));
  // Numbers, never names: what is 47 hours old may be from the day before yesterday.
  private readonly ages = computed(() => new Intl.RelativeTimeFormat(this.locale(), { numeric: 'always', style: 'short' }));
  private readonly longAges = computed(() => new Intl.RelativeTimeFormat(this.locale(), { numeric: 'always', style: 'long' }));

  /** Ages by unit and count: there are few, and each row asks for one whenever it is drawn. */
  private readonly ageTexts = computed(() => new Map<string, string>([['locale', this.locale()]]));

  private readonly countries = computed(() => new Intl.DisplayNames(this.locale(), { type: 'region', fallback: 'none' }));

  /** Luxembourg · لوكسمبورغ. @param code ISO 3166-1 alpha-2. @returns undefined for a code that names no country. */
  country(code: string): string | undefined {
    return this.countries().of(code);
  }

  /** 5,003 · ٥٬٠٠٣ */
  number(value: number): string {
    return this.numbers().format(value);
  }

  /** 42% · ٪٤٢. @param share from 0 to 1. */
  percent(share: number): string {
    return this.percents().format(share);
  }

  /** 1 Feb 2026 · ١ فبراير ٢٠٢٦ */
  day(instant: Instant): string {
    return this.days().format(new Date(instant));
  }

  /** 1 Feb 2026, 12:00, in the reader's time zone. */
  moment(instant: Instant): string {
    return this.moments().format(new Date(instant));
  }

  /** How long ago, in its largest unit: now, 12 sec ago, 1 day ago. What lies ahead (clocks differ) counts as now. */
  ageText(ms: number): string {
    const [unit, size] = STEPS.find(([, step]) => ms >= step) ?? ['second', SECOND];
    const count = Math.floor(Math.max(0, ms) / size);
    const known = this.ageTexts().get(`${unit}${String(count)}`);
    if (known !== undefined) return known;
    const formatter = count === 0 ? this.nows() : size >= DAY ? this.longAges() : this.ages();
    const text = formatter.format(-count, unit);
    this.ageTexts().set(`${unit}${String(count)}`, text);
    return text;
  }

  /** "a, b and c", as the language joins them. */
  list(parts: readonly string[]): string {
    return new Intl.ListFormat(this.locale()).format(parts);
  }

  /** How long: 45 seconds up to a minute and a half, then 2 minutes, hours from an hour and a half on; rounded up so that nobody waits less than told. */
  duration(ms: number): string {
    const [unit, size] = ms <= 1.5 * MINUTE ? (['second', SECOND] as const) : ms <= 1.5 * HOUR ? (['minute', MINUTE] as const) : (['hour', HOUR] as const);
    return new Intl.NumberFormat(this.locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(Math.ceil(Math.max(0, ms) / size));
  }
}

/** `{{ total() | localNumber }}` */
@Pipe({ name: 'localNumber', pure: false })
export class LocalNumber implements PipeTransform {
  private readonly formats = inject(Formats);

  transform(value: number): string {
    return this.formats.number(value);
  }
}

/** `{{ user.createdAt | localDate }}`, or with the time of day: `localDate: 'moment'`. */
@Pipe({ name: 'localDate', pure: false })
export class LocalDate implements PipeTransform {
  private readonly formats = inject(Formats);

  transform(instant: Instant, shape: 'day' | 'moment' = 'day'): string {
    return this.formats[shape](instant);
  }
}

/** `{{ user.createdAt | ago }}`: an age in steps of a minute, growing while it is shown. */
@Pipe({ name: 'ago', pure: false })
export class Ago implements PipeTransform {
  private readonly formats = inject(Formats);
  private readonly minute = inject(Clock).minute;

  transform(instant: Instant): string {
    const age = this.minute() - new Date(instant).getTime();
    return this.formats.ageText(age < MINUTE ? 0 : age);
  }
}
