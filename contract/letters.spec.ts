import { inLetter, languageOf } from './letters';

describe('The language of a letter', () => {
  it('is that of most of its letters', () => {
    expect(languageOf('Dear مطعم القدس, thank you.')).toBe('en');
    expect(languageOf('نشكركم على اهتمامكم بـ Moien')).toBe('ar');
  });

  it('is not changed by names and placeholders', () => {
    expect(languageOf('شكرًا \u2068Restaurant Zum Goldenen Hirsch\u2069')).toBe('ar');
    expect(languageOf('شكرًا {contactName}')).toBe('ar');
  });

  it('is English where nothing tells', () => {
    expect(languageOf('24/7')).toBe('en');
  });
});

describe('A name in a letter', () => {
  for (const [name, language, isIsolated] of [
    ['Chez Ana!', 'en', false],
    ['مطعم القدس!', 'en', true],
    ['مطعم القدس!', 'ar', false],
    ['Chez Ana (Esch)', 'ar', true],
    ['24/7', 'ar', true],
  ] as const) {
    it(`is ${isIsolated ? 'isolated' : 'written as it is'}: ${name} in ${language}`, () => {
      expect(inLetter(name, language)).toBe(isIsolated ? `\u2068${name}\u2069` : name);
    });
  }
});
