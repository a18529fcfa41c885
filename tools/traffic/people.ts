import { randomInt } from 'node:crypto';
import type { RegisterUser } from '#contract/users';

const GIVEN = ['Ana', 'Luc', 'Marie', 'João', 'Jürgen', 'Claude', 'Fatima', 'Søren', 'أحمد', 'ليلى', 'يوسف', 'Mireille'];
const MIDDLE = ['Maria', 'Jean', 'da Costa', 'Sofia', 'Paul', 'عبد الله', 'Élise', 'Karl'];
const FAMILY = ['Silva', 'Weber', 'Schmit', 'Müller', 'Hoffmann', 'Ferreira', 'العلي', 'Reuter', 'Kieffer', 'Ångström'];
const COUNTRIES = [
  { countryCode: 'LU', countryName: 'Luxembourg', dialling: '+352621' },
  { countryCode: 'DE', countryName: 'Germany', dialling: '+49151' },
  { countryCode: 'FR', countryName: 'France', dialling: '+33612' },
  { countryCode: 'PT', countryName: 'Portugal', dialling: '+351912' },
] as const;

export function fullName(): string {
  return `${oneOf(GIVEN)} ${oneOf(MIDDLE)} ${oneOf(FAMILY)}`;
}

/** Somebody nobody else is: e-mail and phone are unique. */
export function newUser(): RegisterUser {
  const { countryCode, countryName, dialling } = oneOf(COUNTRIES);
  const number = randomInt(10_000_000);
  const email = `traffic-${Date.now().toString(36)}-${String(number)}@example.com`;
  return {
    fullName: fullName(),
    countryCode,
    countryName,
    phone: `${dialling}${String(number).padStart(7, '0')}`,
    email,
    password: `traffic ${String(number)} traffic`,
  };
}

export function oneOf<T>(list: readonly [T, ...T[]] | readonly T[]): T {
  return list[randomInt(list.length)] as T;
}
