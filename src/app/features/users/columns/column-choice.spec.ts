import { TestBed } from '@angular/core/testing';
import { ColumnChoice } from './column-choice';
import { COLUMNS } from './columns';

const KEY = 'moien.users.columns';
const [NAME, EMAIL] = COLUMNS as readonly [(typeof COLUMNS)[number], (typeof COLUMNS)[number]];

describe('The choice of columns', () => {
  let choice: ColumnChoice;
  const open = (): ColumnChoice => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [ColumnChoice] });
    return TestBed.inject(ColumnChoice);
  };
  const shown = () => choice.layout().columns.map(({ id }) => id);

  beforeEach(() => {
    localStorage.removeItem(KEY);
    choice = open();
    choice.fit(1400);
  });
  afterEach(() => localStorage.removeItem(KEY));

  it('begins with all of them, as far as there is room', () => {
    expect(shown()).toEqual(['name', 'email', 'phone', 'country', 'status', 'verified', 'registered']);
    choice.fit(700);
    expect(shown()).toEqual(['name', 'email', 'status']);
  });

  it('leaves out what is hidden, and gives its room to another', () => {
    choice.fit(700);
    choice.show('email', false);
    expect(shown()).toEqual(['name', 'country', 'status', 'registered']);
    choice.show('email', true);
    expect(shown()).toEqual(['name', 'email', 'status']);
  });

  it('never leaves out the name', () => {
    choice.show('name', false);
    expect(shown()).toContain('name');
  });

  it('keeps a width, but pushes no other column out for it', () => {
    choice.resize(EMAIL, 300);
    expect(choice.layout().tracks).toContain('minmax(12.75rem, 18.75rem)');
    choice.fit(1100);
    choice.resize(EMAIL, 2000);
    expect(choice.choice().widths.get('email')).toBe(232);
    expect(shown().length).toBe(7);
    choice.resize(NAME, 1);
    expect(choice.choice().widths.get('name')).toBe(72);
    choice.fitToRoom('email');
    expect(choice.choice().widths.has('email')).toBeFalse();
  });

  it('has rows of two heights', () => {
    const before = choice.layout().rowHeight;
    choice.setDensity('compact');
    expect(choice.layout().rowHeight).toBeLessThan(before);
    expect(choice.layout().rowHeight).toBeGreaterThanOrEqual(24);
  });

  it('is remembered, and taken back as a whole', () => {
    choice.show('phone', false);
    choice.resize(EMAIL, 300);
    choice.setDensity('compact');
    choice = open();
    choice.fit(1400);
    expect(shown()).not.toContain('phone');
    expect(choice.choice().widths.get('email')).toBe(300);
    expect(choice.choice().density).toBe('compact');
    expect(choice.isDefault()).toBeFalse();
    choice.reset();
    expect(choice.isDefault()).toBeTrue();
  });

  for (const stored of ['', 'null', '{', '[]', '{"hidden":["__proto__","name"],"widths":[["email",-5]],"density":"tiny"}'])
    it(`is not led astray by what is stored: ${stored}`, () => {
      localStorage.setItem(KEY, stored);
      choice = open();
      choice.fit(1400);
      expect(shown().length).toBe(7);
      expect(choice.isDefault()).toBeTrue();
    });
});
