/**
 * Text as it is searched and sorted. Server and client share these two functions: the server stores their results in
 * indexed columns (`COLLATE "C"`), the client places live rows with them, so both sides always agree on order and matches.
 */

/** Letters that Unicode does not decompose, but that people type without their strokes and ligatures. */
const FOLDED: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ł: 'l', þ: 'th',
  // Arabic letters that are written interchangeably, and the tatweel, which only stretches a word.
  ى: 'ي', ة: 'ه', ـ: '',
}; // prettier-ignore
const FOLDABLE = new RegExp(`[${Object.keys(FOLDED).join('')}]`, 'gu');
const ARABIC_DIGITS = /[٠-٩۰-۹]/gu;

/**
 * Folds case, accents, Arabic vowel signs and hamza seats, digits and runs of white space.
 *
 * @example foldText('  José  ÁLVAREZ ') // 'jose alvarez'
 * @example foldText('أحمد') === foldText('احمد') // true
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(FOLDABLE, (letter) => FOLDED[letter] ?? letter)
    .replace(ARABIC_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/\s+/gu, ' ')
    .trim();
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
