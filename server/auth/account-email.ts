import { domainToUnicode } from 'node:url';

/**
 * The one form in which accounts have their address. Of an internationalised domain some browsers send the ASCII form, whatever was
 * typed: `ana@xn--mnchen-3ya.de` is `ana@münchen.de`, which people can read and search.
 */
export function accountEmail(email: string): string {
  const [name, domain] = [email.slice(0, email.lastIndexOf('@')), email.slice(email.lastIndexOf('@') + 1)];
  if (!/xn--|[^\0-\x7f]/u.test(domain)) return email;
  const readable = domainToUnicode(domain);
  return readable === '' ? email : `${name}@${readable}`;
}
