import { phoneNeedles } from './phone';
import { foldText } from './text';
import { isVisible } from './visible-text';

/** What surrounds a name or an address where it is copied from. Quotes are folded away already. */
const EDGES = /^[\s<>()[\]{}.,;:!?…،؛؟。、]+|[\s<>()[\]{}.,;:!?…،؛؟。、]+$/gu;
/** No folded text holds it. */
const FOUND_NOWHERE = "'";

/** What a person means by the text they typed or pasted: folded, and of `mailto:a@b.lu` or `"Name" <a@b.lu>` the address alone. */
export function searchedText(typed: string): string {
  const text = foldText(typed);
  const mailto = /(?:^|<)mailto:([^?<>]*)/u.exec(text)?.[1];
  const address = mailto === undefined ? /<([^<>]*@[^<>]*)>/u.exec(text)?.[1] : foldText(decoded(mailto));
  const meant = (address ?? text).replace(EDGES, '');
  if (meant !== '') return meant;
  // Marks alone, a dash for one, are in no folded text: nothing is found by them, rather than everything.
  return text === '' && isVisible(typed) ? FOUND_NOWHERE : text;
}

/** @returns whether all that was typed is in some texts: each word, or a phone number, which stands there in its one form. */
export function searchMatcher(typed: string): (...texts: readonly (string | null)[]) => boolean {
  const text = searchedText(typed);
  const words = text.split(' ');
  const phones = phoneNeedles(text);
  return (...texts) => {
    const searched = texts.map((one) => foldText(one ?? '')).join('\n');
    return words.every((word) => searched.includes(word)) || phones.some((phone) => searched.includes(phone));
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
