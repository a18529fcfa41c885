import fc from 'fast-check';
import { countrySortKey } from './country-order';
import { compareText } from './text';

const sorted = (rows: readonly (readonly [code: string, typed: string])[]) =>
  [...rows].sort((a, b) => compareText(countrySortKey(...a), countrySortKey(...b))).map(([code]) => code);

describe('The order of countries', () => {
  it('is that of their names, not of their codes', () => {
    expect(sorted([['CH', ''], ['LU', ''], ['DE', ''], ['AT', ''], ['ES', ''], ['HR', '']])).toEqual(['AT', 'HR', 'DE', 'LU', 'ES', 'CH']); // prettier-ignore
  });

  it('makes each country one run, whatever people typed', () => {
    const row = fc.tuple(fc.constantFrom('DE', 'LU', 'FR', 'PT', 'MA'), fc.string());
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const codes = sorted(rows);
        const runs = codes.filter((code, index) => code !== codes[index - 1]);
        expect(runs.length).toBe(new Set(runs).size);
      }),
    );
  });

  it('puts codes that name no country last, by what was typed', () => {
    expect(sorted([['ZZ', 'Beta'], ['ZW', 'Aa'], ['QQ', 'álpha'], ['lu', 'Gamma'], ['F ', 'Delta']])).toEqual(['ZW', 'QQ', 'ZZ', 'F ', 'lu']); // prettier-ignore
  });
});
