import { signal } from '@angular/core';
import { CalmRows } from './calm-rows';

const rows = (ids: string) => Array.from(ids, (id) => ({ id }));

describe('A calm list', () => {
  const incoming = signal({ list: 'a', rows: rows('') });
  const isHeld = signal(false);
  let calm: CalmRows<{ readonly id: string }>;
  const shown = () =>
    calm
      .rows()
      .map(({ id }) => (calm.gone().has(id) ? `(${id})` : id))
      .join('');
  const comes = (ids: string, list = 'a') => incoming.set({ list, rows: rows(ids) });

  beforeEach(() => {
    comes('bcd');
    isHeld.set(false);
    calm = new CalmRows(incoming, isHeld);
    shown();
  });

  it('shows all at once while nobody is at it', () => {
    comes('acx');
    expect(shown()).toBe('acx');
    expect(calm.waiting()).toEqual({ added: 0, gone: 0 });
  });

  it('keeps every row in its place while somebody is, and counts what waits', () => {
    isHeld.set(true);
    shown();
    comes('abd');
    expect(shown()).toBe('b(c)d');
    expect(calm.waiting()).toEqual({ added: 1, gone: 1 });
    comes('abcd');
    expect(shown()).toBe('bcd');
  });

  it('shows what comes after the last row, which pushes nobody away', () => {
    isHeld.set(true);
    shown();
    comes('bcdef');
    expect(shown()).toBe('bcdef');
    expect(calm.waiting()).toEqual({ added: 0, gone: 0 });
  });

  it('shows what waited when it is released, and when nobody is at it any more', () => {
    isHeld.set(true);
    shown();
    comes('abd');
    calm.release();
    expect(shown()).toBe('abd');
    comes('ab');
    expect(shown()).toBe('ab(d)');
    isHeld.set(false);
    expect(shown()).toBe('ab');
  });

  it('lets a row go that whoever is at it sent away', () => {
    isHeld.set(true);
    shown();
    calm.send('c');
    comes('bd');
    expect(shown()).toBe('bd');
  });

  it('keeps nothing of another list', () => {
    isHeld.set(true);
    shown();
    comes('xy', 'b');
    expect(shown()).toBe('xy');
  });
});
