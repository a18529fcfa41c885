import fc from 'fast-check';
import { compareText, foldText } from './text';

/** Arbitrary Unicode, and what people here write: with accents, ligatures, vowel signs, two kinds of digits and odd blanks. */
const letters = Array.from('aAäÄßéœøðłıİجأإآىةـًّ٣۷ \t\u00a0\u200d\u{1F600}');
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...letters) }));

/** Fails with the smallest counterexample and the seed that finds it again. */
function always(property: fc.IRawProperty<unknown>): void {
  expect(() => fc.assert(property, { numRuns: 1000 })).not.toThrow();
}

describe('foldText', () => {
  it('folds once and for all: folding again changes nothing', () => {
    always(fc.property(text, (given) => foldText(foldText(given)) === foldText(given)));
  });

  it('does not care how an accent was typed', () => {
    always(fc.property(text, (given) => foldText(given.normalize('NFD')) === foldText(given.normalize('NFC'))));
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
  ] as const) {
    it(`finds ${stored.trim()} by ${typed}`, () => {
      expect(foldText(stored)).toBe(foldText(typed));
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
