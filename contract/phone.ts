import * as v from 'valibot';
import { foldText } from './text';

/**
 * A phone number without what only helps to read it: blanks, brackets, dashes, dots, `tel:` before and a comma behind it. `00` is
 * a `+`, and the national zero of `+49 (0)171` goes. What else it holds stays, to be refused.
 *
 * @example plainPhone('tel:00352 (621) 123-456,') // '+352621123456'
 */
export function plainPhone(text: string): string {
  return foldText(text)
    .replace(/^tel: ?/u, '')
    .replace(/;[a-z].*$/u, '')
    .replace(/^((?:\+|00).*?)\(0\)/u, '$1')
    .replace(/[\s()./,;]/gu, '')
    .replace(/^00(?=\d)/u, '+');
}

/** What a phone number that is searched for is found by, in {@link plainPhone} of a stored one; nothing when it is no number. */
export function phoneNeedles(text: string): readonly string[] {
  const phone = plainPhone(text);
  if (!/^\+?\d+$/u.test(phone)) return [];
  // The national zero stands in place of the country's code. Of a few digits it may as well be one of the number's own.
  return [/^0\d{4}/u.test(phone) ? phone.slice(1) : phone];
}

/** E.164: `+`, country code, up to 15 digits. */
const E164 = v.regex<string, 'E164'>(/^\+[1-9]\d{1,14}$/u, 'E164');

/** A number as it is written, however it was typed. */
export const Phone = v.pipe(v.string(), v.maxLength(100), v.transform(plainPhone), E164);

/** A number that has to be in its one form already. */
export const PlainPhone = v.pipe(v.string(), E164);
