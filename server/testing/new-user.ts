import type { RegisterUser } from '#contract/users';

let made = 0;

/** @returns a registration that no other has anything in common with. */
export function newUser(own: Partial<RegisterUser> = {}): RegisterUser {
  const n = String(++made);
  const phone = `+352671${n.padStart(6, '0')}`;
  return {
    fullName: `Léa Marie Nr${n}`,
    countryCode: 'LU',
    countryName: 'Luxembourg',
    phone,
    email: `lea${n}@moien.lu`,
    password: 'correct horse battery',
    ...own,
  };
}
