import { TestBed } from '@angular/core/testing';
import { Theme } from './theme';

describe('The theme', () => {
  beforeEach(() => localStorage.removeItem('moien.theme'));
  afterEach(() => {
    localStorage.removeItem('moien.theme');
    document.documentElement.removeAttribute('data-theme');
  });

  const shown = () => {
    TestBed.tick();
    return document.documentElement.dataset['theme'];
  };

  it('is dark until somebody chooses', () => {
    TestBed.inject(Theme);
    expect(shown()).toBe('dark');
  });

  it('changes on the page at once and is remembered', () => {
    TestBed.inject(Theme).use('contrast');
    expect(shown()).toBe('contrast');
    expect(localStorage.getItem('moien.theme')).toBe('contrast');
  });

  it('follows another tab', () => {
    TestBed.inject(Theme);
    window.dispatchEvent(new StorageEvent('storage', { key: 'moien.theme', newValue: 'light' }));
    expect(shown()).toBe('light');
  });
});
