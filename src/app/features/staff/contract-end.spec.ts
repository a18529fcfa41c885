import { contractEnd } from './contract-end';

describe('A contract', () => {
  const today = '2026-03-15';
  for (const [until, state, days] of [
    ['2026-03-14', 'ended', -1],
    ['2026-03-15', 'ending', 0],
    ['2026-04-14', 'ending', 30],
    ['2026-04-15', 'running', 31],
  ] as const) {
    it(`until ${until} is ${state} on 15 March`, () => {
      expect(contractEnd(until, today)).toEqual({ state, days, date: until });
    });
  }

  it('without an end is open', () => {
    expect(contractEnd(null, today)).toEqual({ state: 'open' });
  });
});
