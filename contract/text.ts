/**
 * Text as it is searched and sorted. Server and client share these functions: the server stores their results in indexed
 * columns (`COLLATE "C"`), the client places live rows with them, so both sides always agree on order and matches.
 */

/** What people type on most keyboards, control characters aside. */
const ASCII = /^[\t-\r -~]*$/u;
/** Takes no room on a screen: joiners, direction marks, fillers, variation selectors. Half a surrogate pair is no character at all. */
const IGNORABLE = /[\p{Default_Ignorable_Code_Point}\p{Cs}]|[^\P{Cc}\s]/gu;
/** An accent without its letter (`´`, once it is decomposed) stands for an apostrophe. */
const APOSTROPHES_AND_QUOTES = /['"`‘-‟′-‷‹›«»ʹ-ʿˈ՚׳״Ꞌꞌ❛-❞〝-〟]| [\u0300-\u036f]+/gu;
/** The tatweel stretches a word, and the high hamza is written beside a letter: either may carry marks of the letter before. */
const STRETCHERS = /[ـٴ]\p{M}*/gu;
const BLANKS = /[\s\u2800\u2212\p{Pd}]+/gu;
/**
 * Marks are kept on letters of those scripts only in which they are vowels: without them a Hindi name is another name. People
 * leave them out in the others, and a mark without its letter may have lost it to one of the rules above.
 */
const OPTIONAL_MARKS = /(?=\p{M})(?<=^|[\s\u2800\u2212\p{Pd}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}+/gu;
/** Letters that Unicode does not decompose, but that people write interchangeably. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ł: 'l', þ: 'th', ς: 'σ',
  ٱ: 'ا', ٲ: 'ا', ٳ: 'ا', ى: 'ي', ی: 'ي', ې: 'ي', ے: 'ي', ک: 'ك', ڪ: 'ك', ة: 'ه', ۃ: 'ه', ہ: 'ه', ھ: 'ه', ە: 'ه',
}; // prettier-ignore
const FOLDABLE = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');
const FOREIGN_DIGITS = /[^\P{Nd}0-9]/gu;

/**
 * Folds what people write one way and search another: case, accents, Arabic vowel signs and letter variants, digits of any
 * script; quotes and apostrophes go, dashes and runs of white space become one blank, what cannot be seen is dropped.
 *
 * @example foldText('  José  O’Neill-ÁLVAREZ ') // 'jose oneill alvarez'
 * @example foldText('أحمد') === foldText('احمد') // true
 */
export function foldText(text: string): string {
  return ASCII.test(text) ? foldAscii(text) : foldUnicode(text);
}

/** The same for most e-mails and many names, at a tenth of the price: lists fold at every event. */
function foldAscii(text: string): string {
  return text
    .replace(/['"`]/gu, '')
    .toLowerCase()
    .replace(/[\s-]+/gu, ' ')
    .trim();
}

function foldUnicode(text: string): string {
  return (
    text
      .replace(IGNORABLE, '')
      .normalize('NFKD')
      .replace(APOSTROPHES_AND_QUOTES, '')
      .replace(STRETCHERS, '')
      .replace(OPTIONAL_MARKS, '')
      // Marks that met only now stand in the order of their kinds, too.
      .normalize('NFKD')
      .toLowerCase()
      .replace(FOLDABLE, (letter) => LETTERS[letter] ?? letter)
      .replace(FOREIGN_DIGITS, digitOf)
      .replace(BLANKS, ' ')
      .trim()
  );
}

/** Unicode keeps the ten digits of a script together, from zero on, and few scripts beside one another. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

/** Orders by Unicode code point, as PostgreSQL's `COLLATE "C"` does for UTF-8. JavaScript's `<` compares UTF-16 units. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    // Surrogates (beyond U+FFFF) sort after every other unit; among themselves units order as code points do.
    if (x !== y) return isSurrogate(x) === isSurrogate(y) ? x - y : isSurrogate(x) ? 1 : -1;
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
