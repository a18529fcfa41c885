import { STRETCH_MARKS } from './bidi';

/**
 * Overrides, embeddings and isolates turn the text around them. Joiners and direction marks do not: names need those.
 * Half a surrogate pair (`\p{Cs}`) is not well-formed Unicode: databases and files refuse it, or store another character.
 */
const TURNING = String.raw`\p{Cs}${STRETCH_MARKS}`;
const UNWRITABLE_IN_LINES = new RegExp(String.raw`[\p{Cc}\u2028\u2029${TURNING}]`, 'u');
const UNWRITABLE_IN_PROSE = new RegExp(String.raw`(?![\n\r\t])[\p{Cc}${TURNING}]`, 'u');
const DROPPED = new RegExp(String.raw`[${TURNING}]|(?!\s)\p{Cc}`, 'gu');

/** What a letter of ours sets apart from the sentence around it, opened and closed within a line: it turns nothing else around. */
const SET_APART = /\u2068([^\u2068\u2069\n]*)\u2069/u;
const SET_APART_OR_DROPPED = new RegExp(`${SET_APART.source}|${DROPPED.source}`, 'gu');

/** Whether one line may be written like this: well-formed, without control characters. */
export function isWritableLine(text: string): boolean {
  return !UNWRITABLE_IN_LINES.test(text);
}

/** The same of text that may have line breaks and tabs, and names that are set apart by a pair of U+2068 and U+2069. */
export function isWritableProse(text: string): boolean {
  return !UNWRITABLE_IN_PROSE.test(text.replaceAll(new RegExp(SET_APART, 'gu'), '$1'));
}

/** Whether anything of a text can be seen: not blanks, marks without a letter, fillers such as U+3164, or the empty Braille cell. */
export function isVisible(text: string): boolean {
  return /[^\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}

/**
 * Text of people, safe inside a text of ours: nothing in it reorders what follows, or ends the line. Rows that are older than the
 * rules for writing hold such characters. Where there is an element, `<bdi>` does it.
 */
export function plainLine(text: string): string {
  return text.replace(DROPPED, '').replace(/\s+/gu, ' ').trim();
}

/** The same of text that keeps its lines, and the names that are set apart in it. */
export function plainProse(text: string): string {
  return text.replace(SET_APART_OR_DROPPED, (_, apart?: string) => (apart === undefined ? '' : `\u2068${apart.replace(DROPPED, '')}\u2069`));
}

/** @returns text of people with lines, cut before a character that a reader sees as one, with an ellipsis, where it is longer than `max`. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(text.slice(0, 2 * max))) {
    if (index + segment.length >= max) break;
    end = index + segment.length;
  }
  return `${plainProse(text.slice(0, end))}…`;
}

/** @returns the name; the e-mail address in place of a name without a visible character. */
export function shownName(name: string, email: string): string {
  return isVisible(name) ? name : email;
}

/** What a user is called, on screens and in words. */
export function displayName({ fullName, email }: { readonly fullName: string; readonly email: string }): string {
  return shownName(fullName, email);
}
