import * as v from 'valibot';

/** A dot-atom of RFC 5322, with the letters of every script as RFC 6531 has them. */
const ATOM = String.raw`(?:[\w!#$%&'*+/=?^\x60{|}~\-]|[^\0-\x7f\p{Z}\p{C}\p{Default_Ignorable_Code_Point}])+`;
/** A label of a domain, internationalised or in its ASCII form (`xn--…`). */
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\-]{0,61}[\p{L}\p{N}\p{M}])?`;
const ADDRESS = new RegExp(String.raw`^(?=[^@]{1,64}@)${ATOM}(?:\.${ATOM})*@(?:${LABEL}\.)+(?!\d+$)(?=..)${LABEL}$`, 'u');
const EDGES = /^[\s\p{Default_Ignorable_Code_Point}]+|[\s\p{Default_Ignorable_Code_Point}]+$/gu;

/** In lower case, as it was typed otherwise. Phones paste invisible marks around an address. */
const Trimmed = v.pipe(
  v.string(),
  v.transform((text) => text.replace(EDGES, '').normalize('NFC').toLowerCase()),
  v.maxLength(254),
);

/** An address as it is written. */
export const Email = v.pipe(Trimmed, v.regex(ADDRESS, 'EMAIL'));

/** An address to sign in with: also one of an unusual form that an old account has. */
export const SignInEmail = v.pipe(Trimmed, v.regex(/^[^\s\p{C}]+@[^\s\p{C}@]+\.[^\s\p{C}@.]+$/u, 'EMAIL'));
