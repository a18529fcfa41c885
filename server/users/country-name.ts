const NAMES = new Intl.DisplayNames('en', { type: 'region' });

/** @returns a country's English name, however those who registered wrote it; the code itself where it names none, as old rows have them. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/u.test(code) ? (NAMES.of(code) ?? code) : code;
}
