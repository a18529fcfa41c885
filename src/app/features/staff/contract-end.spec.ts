import { contractEnd } from './contract-end';

describe('A contract', () => {
  const now = new Date(2026, 2, 15, 23, 59).getTime();
  for (const [until, state, days] of [
    ['2026-03-14', 'ended', -1],
    ['2026-03-15', 'ending', 0],
    ['2026-04-14', 'ending', 30],
    ['2026-04-15', 'running', 31],
  ] as const) {
    // The clocks go forward in between, in many places.
    it(`until ${until} is ${state} late on 15 March`, () => {
      expect(contractEnd(until, now)).toEqual({ state, days, date: new Date(`${until}T00:00`).getTime() });
    });
  }

  it('without an end is open', () => {
    expect(contractEnd(null, now)).toEqual({ state: 'open' });
  });
});
