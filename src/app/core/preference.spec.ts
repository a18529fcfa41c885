import { TestBed } from '@angular/core/testing';
import { preference, type Preference } from './preference';

const KEY = 'spec.colour';

describe('A preference', () => {
  const read = (): Preference<'red' | 'blue'> => TestBed.runInInjectionContext(() => preference(KEY, ['red', 'blue'], 'red'));
  const fromAnotherTab = (init: StorageEventInit) => window.dispatchEvent(new StorageEvent('storage', init));

  beforeEach(() => localStorage.removeItem(KEY));
  afterEach(() => localStorage.removeItem(KEY));

  it('is its fallback until something is chosen', () => {
    expect(read().value()).toBe('red');
  });

  it('is remembered', () => {
    read().set('blue');
    expect(read().value()).toBe('blue');
  });

  it('takes nothing from storage that is not allowed', () => {
    localStorage.setItem(KEY, 'javascript:alert(1)');
    expect(read().value()).toBe('red');
  });

  it('follows another tab', () => {
    const colour = read();
    fromAnotherTab({ key: KEY, newValue: 'blue' });
    expect(colour.value()).toBe('blue');
  });

  it('ignores what another tab does to other keys', () => {
    const colour = read();
    fromAnotherTab({ key: 'spec.other', newValue: 'blue' });
    expect(colour.value()).toBe('red');
  });

  it('falls back when another tab clears the storage', () => {
    const colour = read();
    colour.set('blue');
    fromAnotherTab({ key: null });
    expect(colour.value()).toBe('red');
  });

  it('lasts as long as the page where storage is blocked', () => {
    const blocked = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    spyOn(Storage.prototype, 'getItem').and.callFake(blocked);
    spyOn(Storage.prototype, 'setItem').and.callFake(blocked);
    const colour = read();
    colour.set('blue');
    expect(colour.value()).toBe('blue');
  });
});
