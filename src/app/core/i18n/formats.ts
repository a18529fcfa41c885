import { computed, inject, Pipe, Service, type PipeTransform } from '@angular/core';
import { BusinessZone, READER_ZONE } from './business-zone';
import { Clock } from './clock';
import { Language } from './language';
import { Texts } from './texts';

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

const CALENDAR_DATE = /^\d{4}-\d\d-\d\d$/u;
const TIME_SHAPE: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const DAY_SHAPE: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };

/** Stands for a moment that a row does not tell. */
const UNKNOWN = '–';

/** Numbers, dates and times in the active language; days and times are the business's. Read in a template, `computed` or `effect`, they follow it. */
@Service()
export class Formats {
  private readonly locale = inject(Language).locale;
  private readonly texts = inject(Texts);
  private readonly zone = inject(BusinessZone).name;
  private readonly readerZone = inject(READER_ZONE);
  // Intl formatters are dear to make and cheap to use: one of each a language.
  private readonly numbers = computed(() => new Intl.NumberFormat(this.locale()));
  private readonly percents = computed(() => new Intl.NumberFormat(this.locale(), { style: 'percent' }));
  private readonly calendarDays = computed(() => new Intl.DateTimeFormat(this.locale(), { ...DAY_SHAPE, timeZone: 'UTC' }));
  private readonly here = computed(() => this.inZone(this.zone()));
  private readonly reader = computed(() => this.inZone(this.readerZone));
  private readonly nows = computed(() => new Intl.RelativeTimeFormat(this.locale(), { numeric: 'auto', style: 'short' }));
  // Numbers, never names: what is 47 hours old may be from the day before yesterday.
  private readonly ages = computed(() => new Intl.RelativeTimeFormat(this.locale(), { numeric: 'always', style: 'short' }));
  private readonly longAges = computed(() => new Intl.RelativeTimeFormat(this.locale(), { numeric: 'always', style: 'long' }));

  /** Ages by unit and count: there are few, and each row asks for one whenever it is drawn. */
  private readonly ageTexts = computed(() => new Map<string, string>([['locale', this.locale()]]));

  private readonly countries = computed(() => new Intl.DisplayNames(this.locale(), { type: 'region', fallback: 'none' }));

  /** Luxembourg · لوكسمبورغ. @param code ISO 3166-1 alpha-2. @returns undefined for one that is none, as old rows have them. */
  country(code: string): string | undefined {
    return /^[a-z]{2}$/iu.test(code) ? this.countries().of(code) : undefined;
  }

  /** 5,003 · ٥٬٠٠٣ */
  number(value: number): string {
    return this.numbers().format(value);
  }

  /** 42% · ٪٤٢. @param share from 0 to 1. */
  percent(share: number): string {
    return this.percents().format(share);
  }

  /** 1 Feb 2026 · ١ فبراير ٢٠٢٦. @param instant a calendar date, too, which is the same everywhere. */
  day(instant: Instant): string {
    const date = new Date(instant);
    if (Number.isNaN(date.getTime())) return UNKNOWN;
    const isCalendarDate = typeof instant === 'string' && CALENDAR_DATE.test(instant);
    return (isCalendarDate ? this.calendarDays() : this.here().days).format(date);
  }

  /** 1 Feb 2026, 12:00 at the business; where it is another time at the reader's place, that beside it: (06:00 your time). */
  moment(instant: Instant): string {
    const date = new Date(instant);
    if (Number.isNaN(date.getTime())) return UNKNOWN;
    const { days, moments } = this.here();
    const [moment, own] = [moments.format(date), this.reader().moments.format(date)];
    if (own === moment) return moment;
    const isSameDay = this.reader().days.format(date) === days.format(date);
    return this.texts.get('time.reader', { moment, own: isSameDay ? this.reader().times.format(date) : own });
  }

  /** Central European Time · توقيت وسط أوروبا */
  zoneName(zone: string): string {
    const parts = new Intl.DateTimeFormat(this.locale(), { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts();
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
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

  private inZone(timeZone: string) {
    const of = (shape: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(this.locale(), { ...shape, timeZone });
    return { days: of(DAY_SHAPE), times: of(TIME_SHAPE), moments: of({ ...DAY_SHAPE, ...TIME_SHAPE }) };
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
    if (Number.isNaN(age)) return UNKNOWN;
    return this.formats.ageText(age < MINUTE ? 0 : age);
  }
}
