import { assert, constantFrom, property, uniqueArray } from 'fast-check';
import { slotted, type Slotted } from './row-slots';

const fill = (text: string, before: readonly Slotted<string>[] = []) => slotted(Array.from(text), (row) => row, before);
const slots = (text: string, before: readonly Slotted<string>[] = []) => fill(text, before).map(({ slot }) => slot);

describe('Drawn rows', () => {
  it('get an element each', () => {
    expect(slots('abc')).toEqual([0, 1, 2]);
  });

  it('keep their element while they stay', () => {
    expect(slots('bcd', fill('abc'))).toEqual([1, 2, 3]);
    expect(slots('xabc', fill('abc'))).toEqual([3, 0, 1, 2]);
  });

  it('take over from those that go, all of them or between two that stay', () => {
    expect(slots('xyz', fill('abc'))).toEqual([0, 1, 2]);
    expect(slots('axyc', fill('abdc'))).toEqual([0, 1, 2, 3]);
  });

  it('get new elements for those that may not be drawn in any more', () => {
    const drawn = slotted(
      Array.from('xbc'),
      (row) => row,
      fill('abc'),
      ({ slot }) => slot !== 0 && slot !== 2,
    );
    expect(drawn.map(({ slot }) => slot)).toEqual([3, 1, 4]);
  });

  it('never share an element, and no element moves past one that stays in its order', () => {
    const rows = uniqueArray(constantFrom(...Array.from('abcdefghijkl')), { minLength: 1 }).map((letters) => letters.join(''));
    assert(
      property(rows, rows, (before, after) => {
        const drawn = fill(before);
        const next = fill(after, drawn);
        expect(new Set(next.map(({ slot }) => slot)).size).toBe(after.length);
        for (const { row, slot } of next) if (before.includes(row)) expect(slot).toBe(drawn.find((other) => other.row === row)?.slot ?? -1);
        const stay = Array.from(before).filter((row) => after.includes(row));
        if (
          stay.join('') !==
          Array.from(after)
            .filter((row) => before.includes(row))
            .join('')
        )
          return;
        const reused = next.map(({ slot }) => slot).filter((slot) => slot < before.length);
        expect(reused).toEqual(Array.from(reused).sort((a, b) => a - b));
      }),
    );
  });
});
