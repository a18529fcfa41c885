import fc from 'fast-check';
import { compareText, foldText } from './text';

/** Arbitrary Unicode, and what people here write: with accents, ligatures, vowel signs, two kinds of digits and odd blanks. */
const letters = Array.from('aAäÄßéœøðłıİجأإآىةـًّ٣۷ \t\u00a0\u200d\u{1F600}');
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...letters) }));

/** Fails with the smallest counterexample and the seed that finds it again. */
function always(property: fc.IRawProperty<unknown>): void {
  expect(() => fc.assert(property, { numRuns: 1000 })).not.toThrow();
}

/** Every character that has a meaning, of the long runs of Han and Hangul some. */
function* everyLetter(): Generator<string> {
  for (let code = 0; code < 0x3_0000; code++) {
    if ((code > 0x3400 && code < 0xd7a4) || (code > 0x1_7000 && code < 0x1_8d00) || code > 0x2_0000) code += 96;
    const letter = String.fromCodePoint(code);
    if (!/\p{Cn}/u.test(letter)) yield letter;
  }
}

describe('foldText', () => {
  it('folds once and for all: folding again changes nothing', () => {
    always(fc.property(text, (given) => foldText(foldText(given)) === foldText(given)));
  });

  it('does not care how an accent was typed', () => {
    always(fc.property(text, (given) => foldText(given.normalize('NFD')) === foldText(given.normalize('NFC'))));
  });

  it('does so with every letter there is, alone and among others', () => {
    const strange: string[] = [];
    for (const letter of everyLetter()) {
      const given = `a${letter}b ي${letter}क${letter}`;
      const folded = foldText(given);
      const isSettled = [folded, given.normalize('NFD'), given.normalize('NFC')].every((same) => foldText(same) === folded);
      if (!isSettled) strange.push(letter);
    }
    expect(strange).toEqual([]);
  });

  it('reads the digits of every script', () => {
    for (const numberingSystem of Intl.supportedValuesOf('numberingSystem')) {
      const digits = new Intl.NumberFormat('en', { numberingSystem, useGrouping: false }).format(1234567890);
      if (/^\p{Nd}+$/u.test(digits)) expect(foldText(digits)).withContext(numberingSystem).toBe('1234567890');
    }
  });

  it('finds a text by any piece of it', () => {
    const segmenter = new Intl.Segmenter();
    const pieces = text.chain((given) => {
      const letters = Array.from(segmenter.segment(given), ({ segment }) => segment);
      return fc.tuple(fc.nat(letters.length), fc.nat(letters.length)).map(([from, to]) => [given, letters.slice(from, to).join('')] as const);
    });
    always(fc.property(pieces, ([given, piece]) => foldText(given).includes(foldText(piece))));
  });

  for (const given of ['Äـً', 'B’\u064b', 'b\u0001\u064b', 'b-\u0301c', 'क\u0001\u093f', 'क\u0301ـ\u0651'])
    it(`finds ${JSON.stringify(given)} by what its last character carries`, () => {
      for (let from = 1; from < given.length; from++) expect(foldText(given)).toContain(foldText(given.slice(from)));
      expect(foldText(foldText(given))).toBe(foldText(given));
    });

  it('leaves neither blanks at the ends nor two in a row', () => {
    always(fc.property(text, (given) => !/^\s|\s$|\s\s/u.test(foldText(given))));
  });

  for (const [typed, stored] of [
    ['jose alvarez', '  José  ÁLVAREZ '],
    ['strasse', 'Straße'],
    ['oevre', 'Œvre'],
    ['lukasz', 'Łukasz'],
    ['jorgen', 'Jørgen'],
    ['احمد', 'أَحْمَد'],
    ['فاطمه', 'فاطمة'],
    ['مصطفي', 'مصطفى'],
    ['محمد', 'محـــمد'],
    ['123', '١٢٣'],
    ['456', '۴۵۶'],
    ['789', '७८९'],
    ['οδυσσεασ', 'ΟΔΥΣΣΕΑΣ'],
    ['istanbul', 'İSTANBUL'],
    ["O'Brien", 'O’Brien'],
    ["O'Brien", 'O´Brien'],
    ["O'Brien", 'O＇Brien'],
    ['obrien', "O'Brien"],
    ['ana "nana" silva', 'Ana „Nana“ Silva'],
    ['ana nana silva', 'Ana «Nana» Silva'],
    ['jean-pierre', 'Jean‑Pierre'],
    ['jean pierre', 'Jean–Pierre'],
    ['ana maria', 'Ana\u200b Ma\u00adria\ufeff'],
    ['ana maria', '\u2068Ana Maria\u2069'],
    ['محمد', 'محمّـَد'],
    ['كريم', 'کریم'],
    ['كريمه', 'ڪريمة'],
    ['ادم', 'ٱدم'],
    ['نامه', 'نامۀ'],
    ['علي', 'علے'],
  ] as const) {
    it(`finds ${stored.trim()} by ${typed}`, () => {
      expect(foldText(stored)).toBe(foldText(typed));
    });
  }

  for (const [one, other] of [
    ['कि', 'का'],
    ['दिल्ली', 'दलल'],
    ['がく', 'かく'],
    ['ก็', 'ก'],
  ] as const) {
    it(`keeps ${one} apart from ${other}: there a mark is part of the letter`, () => {
      expect(foldText(one)).not.toBe(foldText(other));
    });
  }
});

describe('compareText', () => {
  it('orders as the database does: by the bytes of UTF-8', () => {
    always(fc.property(text, text, (a, b) => Math.sign(compareText(a, b)) === Buffer.compare(Buffer.from(a), Buffer.from(b))));
  });

  it('is a total order: the same the other way round, and across three', () => {
    always(fc.property(text, text, (a, b) => Math.sign(compareText(a, b)) + Math.sign(compareText(b, a)) === 0));
    always(
      fc.property(text, text, text, (a, b, c) => {
        const [low, middle, high] = [a, b, c].sort(compareText) as [string, string, string];
        return compareText(low, middle) <= 0 && compareText(middle, high) <= 0 && compareText(low, high) <= 0;
      }),
    );
  });

  it('puts letters beyond U+FFFF last, where UTF-16 would not', () => {
    expect(['\u{1F600}', '\uFB01', 'z'].sort(compareText)).toEqual(['z', '\uFB01', '\u{1F600}']);
  });
});
