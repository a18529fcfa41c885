import { TestBed } from '@angular/core/testing';
import { speak } from '../../../testing/speak';
import { ErrorTexts } from './error-texts';
import { Formats } from './formats';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const NOON = new Date(2026, 1, 1, 12, 5).getTime();

describe('In English', () => {
  let formats: Formats;
  beforeEach(async () => {
    await speak('en');
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
    expect(errors.get({ code: 'OUT_OF_TEA' })).toBe('Something went wrong (OUT_OF_TEA).');
    expect(errors.get({ code: 'constructor' })).toBe('Something went wrong (constructor).');
  });
});

describe('In Arabic', () => {
  let formats: Formats;
  beforeEach(async () => {
    await speak('ar');
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
    expect(TestBed.inject(ErrorTexts).get({ code: 'LOCKED_OUT', retryAfter: 180 })).toBe('محاولات فاشلة كثيرة جدًا. حاول مجددًا بعد ٣ دقائق.');
  });
});
