import type { UserRow } from './user-row';

/** What versions before today's rules wrote: one oddity a row, the last on top of the list. */
export const OLD_ROWS: readonly Partial<UserRow>[] = [
  { fullName: 'Odd Photo Address', photoUrl: 'javascript:alert(document.domain)' },
  { fullName: 'No Country Name', countryName: null },
  { fullName: null },
  { fullName: 'No E-mail Kept', email: null },
  { fullName: 'Odd Country Code', countryCode: 'Luxembourg' },
  { fullName: 'Two Words' },
  { fullName: 'Odd E-mail Form', email: 'Ana Souza <ana@localhost>' },
  { fullName: 'Odd Phone Number', phone: '+352 621 12 34 56' },
];
