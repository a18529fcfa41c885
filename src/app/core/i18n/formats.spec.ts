import { TestBed } from '@angular/core/testing';
import { speak } from '../../../testing/speak';
import type { LanguageCode } from './languages';
import { ErrorTexts } from './error-texts';
import { BusinessZone, READER_ZONE } from './business-zone';
import { Formats } from './formats';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** 12:05 in Luxembourg. */
const NOON = Date.UTC(2026, 1, 1, 11, 5);
const inZone = (zone: string) => [{ provide: READER_ZONE, useValue: zone }];

describe('In English', () => {
  let formats: Formats;
  beforeEach(async () => {
    await speak('en', inZone('Europe/Luxembourg'));
    formats = TestBed.inject(Formats);
  });

  it('numbers are grouped', () => {
    expect(formats.number(5003)).toBe('5,003');
  });

  it('dates have the day first and 24 hours', () => {
    expect(formats.day(NOON)).toBe('1 Feb 2026');
    expect(formats.moment(NOON)).toBe('1 Feb 2026, 12:05');
  });

  it('an age is told in its largest unit', () => {
    const ages = [0, 12 * SECOND, 4 * MINUTE, 3 * HOUR, 47 * HOUR, 40 * 24 * HOUR].map((age) => formats.ageText(age));
    // Browsers differ in whether an abbreviation ends in a full stop.
    expect(ages.map((age) => age.replace('.', ''))).toEqual(['now', '12 sec ago', '4 min ago', '3 hr ago', '1 day ago', '1 month ago']);
  });

  it('what lies ahead, because clocks differ, is now', () => {
    expect(formats.ageText(-5 * MINUTE)).toBe('now');
  });

  it('a wait is rounded up', () => {
    expect(formats.duration(44_100)).toBe('45 seconds');
    expect(formats.duration(14 * MINUTE + SECOND)).toBe('15 minutes');
    expect(formats.duration(4 * HOUR)).toBe('4 hours');
  });

  it('an error is told in words by its code, with the wait where there is one', () => {
    const errors = TestBed.inject(ErrorTexts);
    expect(errors.get({ code: 'INVALID_CREDENTIALS' })).toBe('Email or password is not correct.');
    expect(errors.get({ code: 'LOCKED_OUT', retryAfter: 900 })).toBe('Too many failed attempts. Try again in 15 minutes.');
    expect(errors.get({ code: 'LOCKED_OUT' })).toBe('Too many failed attempts.');
  });

  it('an error that only a newer server knows is shown by its code', () => {
    const errors = TestBed.inject(ErrorTexts);
    expect(errors.get({ code: 'OUT_OF_TEA' })).toBe('Something went wrong (OUT_OF_TEA). Try again.');
    expect(errors.get({ code: 'constructor' })).toBe('Something went wrong (constructor). Try again.');
  });
});

describe('Times', () => {
  const formatsIn = async (zone: string, language: LanguageCode = 'en') => {
    await speak(language, inZone(zone));
    return TestBed.inject(Formats);
  };
  afterEach(() => localStorage.removeItem('moien.language'));

  it('are the business’s, with the reader’s own beside them where it is another time there', async () => {
    const formats = await formatsIn('America/New_York');
    expect(formats.moment(NOON)).toBe('1 Feb 2026, 12:05 (06:05 your time)');
    expect(formats.moment('2026-02-01T02:30:00.000Z')).toBe('1 Feb 2026, 03:30 (31 Jan 2026, 21:30 your time)');
    expect(formats.day('2026-02-01T02:30:00.000Z')).toBe('1 Feb 2026');
  });

  it('are told once where the reader’s zone has another name and the same time', async () => {
    expect((await formatsIn('Europe/Paris')).moment(NOON)).toBe('1 Feb 2026, 12:05');
  });

  it('keep the reader’s own time in Arabic too', async () => {
    expect((await formatsIn('UTC', 'ar')).moment(NOON)).toMatch(/١٢:٠٥ \(١١:٠٥ بتوقيتك\)$/u);
  });

  it('are right on days of 23 and of 25 hours', async () => {
    const formats = await formatsIn('UTC');
    const [spring, autumn] = ['2026-03-29T01:30:00.000Z', '2026-10-25T01:30:00.000Z'];
    expect([spring, autumn].map((at) => formats.moment(at))).toEqual(['29 Mar 2026, 03:30 (01:30 your time)', '25 Oct 2026, 02:30 (01:30 your time)']);
  });

  it('follow the zone that the server tells, and no nonsense', async () => {
    const formats = await formatsIn('UTC');
    TestBed.inject(BusinessZone).learn('Asia/Tokyo');
    expect(formats.moment(NOON)).toBe('1 Feb 2026, 20:05 (11:05 your time)');
    TestBed.inject(BusinessZone).learn('Mars/Olympus');
    expect(formats.moment(NOON)).toBe('1 Feb 2026, 20:05 (11:05 your time)');
  });

  it('leave calendar dates what they are in every zone', async () => {
    expect((await formatsIn('Pacific/Pago_Pago')).day('2026-02-01')).toBe('1 Feb 2026');
  });
});

describe('In Arabic', () => {
  let formats: Formats;
  beforeEach(async () => {
    await speak('ar', inZone('Europe/Luxembourg'));
    formats = TestBed.inject(Formats);
  });
  afterEach(() => localStorage.removeItem('moien.language'));

  it('numbers, dates and ages take Arabic-Indic digits', () => {
    expect(formats.number(5003)).toBe('٥٬٠٠٣');
    expect(formats.day(NOON)).toBe('١ فبراير ٢٠٢٦');
    expect(formats.moment(NOON)).toContain('١٢:٠٥');
    expect(formats.ageText(12 * SECOND)).toBe('قبل ١٢ ثانية');
  });

  it('a wait is counted in the right plural', () => {
    expect([2, 3, 11].map((minutes) => formats.duration(minutes * MINUTE))).toEqual(['دقيقتان', '٣ دقائق', '١١ دقيقة']);
  });

  it('an error is told in words', () => {
    expect(TestBed.inject(ErrorTexts).get({ code: 'LOCKED_OUT', retryAfter: 180 })).toBe('محاولات فاشلة كثيرة جدًا. حاول مجددًا. مدة الانتظار: ٣ دقائق.');
  });
});
