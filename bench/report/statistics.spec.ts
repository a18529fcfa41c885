import { quantile, ratios, spreadOf } from './statistics';

describe('statistics of the bench', () => {
  it('take the middle one, whatever the order', () => {
    expect(spreadOf([30, 10, 20])).toEqual({ median: 20, min: 10, max: 30 });
  });

  it('take the middle of the middle two of an even number', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  });

  it('put all but one in twenty below the 95th percentile', () => {
    const values = Array.from({ length: 101 }, (_, index) => index);
    expect(quantile(values, 0.95)).toBe(95);
  });

  it('compare within a round, so that a slow minute slows both', () => {
    expect(ratios([20, 90], [10, 30])).toEqual([2, 3]);
  });

  it('refuse to say anything about nothing', () => {
    expect(() => quantile([], 0.5)).toThrowError(RangeError);
  });
});
