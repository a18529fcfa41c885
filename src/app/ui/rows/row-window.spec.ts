import { drawnRange, indexNear, revealing, shiftAt } from './row-window';

const VIEW = { top: 0, height: 440, rowHeight: 44 };
const rows = (...names: string[]) => names.map((name) => ({ name }));

describe('A window over rows', () => {
  it('draws what is in sight and a little more', () => {
    expect(drawnRange(VIEW, 1000)).toEqual({ start: 0, end: 17 });
    expect(drawnRange({ ...VIEW, top: 4400 }, 1000)).toEqual({ start: 94, end: 117 });
  });

  it('draws no more than there is', () => {
    expect(drawnRange(VIEW, 3)).toEqual({ start: 0, end: 3 });
    expect(drawnRange(VIEW, 0)).toEqual({ start: 0, end: 0 });
    expect(drawnRange({ ...VIEW, top: 44_000 }, 3).end).toBe(3);
  });

  it('scrolls no further than it must to show a row whole', () => {
    expect(revealing(VIEW, 5)).toBe(0);
    expect(revealing(VIEW, 10)).toBe(44);
    expect(revealing({ ...VIEW, top: 1000 }, 3)).toBe(132);
  });

  it('finds a row near where it was, and says when it is nowhere', () => {
    const list = rows('a', 'b', 'c', 'd');
    expect(indexNear(list, 1, ({ name }) => name === 'd')).toBe(3);
    expect(indexNear(list, 99, ({ name }) => name === 'a')).toBe(0);
    expect(indexNear(list, 0, ({ name }) => name === 'x')).toBe(-1);
    expect(indexNear([], 0, () => true)).toBe(-1);
  });
});

describe('How far what is read has moved', () => {
  const before = rows('a', 'b', 'c', 'd');

  it('is how many rows came in or went above it', () => {
    expect(shiftAt(before, [...rows('x', 'y'), ...before], 2)).toBe(2);
    expect(shiftAt(before, before.slice(1), 2)).toBe(-1);
    expect(shiftAt(before, [...before, ...rows('x')], 2)).toBe(0);
  });

  it('is told by the row below when the row itself changed or went', () => {
    const [a, b, , d] = before;
    const changed = { name: 'c2' };
    expect(
      shiftAt(
        before,
        [changed, ...[a, b, d]].filter((row) => row !== undefined),
        2,
      ),
    ).toBe(0);
    expect(
      shiftAt(
        before,
        [{ name: 'x' }, a, b, d].filter((row) => row !== undefined),
        2,
      ),
    ).toBe(0);
  });

  it('is nothing when all is new', () => {
    expect(shiftAt(before, rows('w', 'x'), 1)).toBe(0);
  });
});
