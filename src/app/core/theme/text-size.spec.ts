import { TestBed } from '@angular/core/testing';
import { eventually } from '../../../testing/eventually';
import { TextSize } from './text-size';

describe('The size of the text', () => {
  afterEach(() => document.documentElement.removeAttribute('style'));

  it('is the usual one, and follows what the reader sets', async () => {
    const { scale } = TestBed.inject(TextSize);
    expect(scale()).toBe(1);
    document.documentElement.style.fontSize = '32px';
    await eventually(() => scale() === 2);
    document.documentElement.style.fontSize = '12px';
    await eventually(() => scale() === 0.75);
  });
});
