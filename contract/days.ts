/** The business's own zone, unless the server says otherwise. */
export const DEFAULT_TIME_ZONE = 'Europe/Luxembourg';
const DAY_MS = 24 * 60 * 60 * 1000;

/** Making a formatter costs far more than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Whether this is a time zone by its IANA name, such as `Europe/Luxembourg`. */
export function isTimeZone(name: string): boolean {
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}

/** @returns the calendar day of a moment in a zone, `YYYY-MM-DD`. @throws RangeError where there is no such zone. */
export function dayIn(zone: string, moment: Date | number): string {
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  return `${String(parts.get('year')).padStart(4, '0')}-${String(parts.get('month'))}-${String(parts.get('day'))}`;
}

/** @returns so many calendar days, oldest first, `last` being the last. By the calendar: however many hours each has. */
export function daysUntil(last: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => new Date(Date.parse(last) - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10));
}

/** @returns how many days after `from` the calendar day `to` is. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en', { timeZone: zone, calendar: 'iso8601', year: 'numeric', month: '2-digit', day: '2-digit' });
  formatters.set(zone, formatter);
  return formatter;
}
