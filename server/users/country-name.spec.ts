import { countryName } from './country-name';

describe('The English name of a country', () => {
  it('is that of its code', () => expect(countryName('LU')).toBe('Luxembourg'));

  for (const code of ['', 'F ', 'lu', 'FRA', 'ZZZZ', '1', '🇱🇺'])
    it(`is the code itself where that names none (${JSON.stringify(code)})`, () => {
      expect(countryName(code)).toBe(code);
    });
});
