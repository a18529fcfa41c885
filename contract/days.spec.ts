import fc from 'fast-check';
import { dayIn, daysBetween, daysUntil, isTimeZone } from './days';

const HOUR_MS = 60 * 60 * 1000;

describe('Calendar days', () => {
  it('begin at midnight in their zone', () => {
    expect(dayIn('Europe/Luxembourg', Date.parse('2026-01-31T22:59:59Z'))).toBe('2026-01-31');
    expect(dayIn('Europe/Luxembourg', Date.parse('2026-01-31T23:00:00Z'))).toBe('2026-02-01');
    expect(dayIn('UTC', new Date('2026-01-31T23:59:59Z'))).toBe('2026-01-31');
    expect(dayIn('America/New_York', Date.parse('2026-02-01T04:59:59Z'))).toBe('2026-01-31');
  });

  it('have 23 and 25 hours where clocks are changed', () => {
    const hoursOf = (day: string) => {
      const around = Date.parse(day) - 24 * HOUR_MS;
      return Array.from({ length: 72 }, (_, hour) => dayIn('Europe/Luxembourg', around + hour * HOUR_MS)).filter((one) => one === day).length;
    };
    expect(['2026-03-28', '2026-03-29', '2026-10-25', '2026-10-26'].map(hoursOf)).toEqual([24, 23, 25, 24]);
  });

  it('follow one another without a gap, in whichever zone and year', () => {
    const zone = fc.constantFrom('Europe/Luxembourg', 'UTC', 'America/St_Johns', 'Pacific/Apia', 'Asia/Kathmandu');
    fc.assert(
      fc.property(
        zone,
        fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 400 }),
        (name, moment, count) => {
          const last = dayIn(name, moment);
          const days = daysUntil(last, count);
          expect(days.length).toBe(count);
          expect(days.at(-1)).toBe(last);
          for (const [index, day] of days.entries()) expect(daysBetween(days[0] ?? '', day)).toBe(index);
        },
      ),
    );
  });

  it('are known in zones by their names only', () => {
    expect(['Europe/Luxembourg', 'UTC', 'Mars/Olympus', '', 'x; DROP TABLE users'].map(isTimeZone)).toEqual([true, true, false, false, false]);
  });
});
