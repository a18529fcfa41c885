import fc from 'fast-check';
import { confine, isolate, stripBidi } from './bidi';

const FSI = '\u2068';
const PDI = '\u2069';
/** Ordinary texts, and texts made to confuse the reader. */
const text = fc.string({ unit: fc.constantFrom(...Array.from('ab جو1 \u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069')) });
const opensOrCloses = /[\u202a-\u202e\u2066-\u2069]/u;

function always(property: fc.IRawProperty<unknown>): void {
  expect(() => fc.assert(property, { numRuns: 1000 })).not.toThrow();
}

describe("A person's text inside a sentence", () => {
  it('opens one stretch, closes that one, and has no other in it', () => {
    always(
      fc.property(text, (given) => {
        const isolated = isolate(given);
        return isolated.startsWith(FSI) && isolated.endsWith(PDI) && !opensOrCloses.test(isolated.slice(1, -1));
      }),
    );
  });

  it('is all there but for what nobody sees', () => {
    always(fc.property(text, (given) => stripBidi(isolate(given)) === stripBidi(given)));
    expect(isolate('A\u2069\u202e B C')).toBe(`${FSI}A B C${PDI}`);
  });

  it('can be put into a sentence that is put into another', () => {
    always(fc.property(text, (given) => isolate(`by ${isolate(given)}`) === `${FSI}by ${confine(given)}${PDI}`));
  });

  it('keeps the marks that order digits and brackets in Arabic, and loses them where no invisible character may be', () => {
    expect(confine('هاتف \u200e+352 621')).toBe('هاتف \u200e+352 621');
    expect(stripBidi('هاتف \u200e+352 621')).toBe('هاتف +352 621');
  });
});
