import { safeParse } from 'valibot';
import { Id } from '#contract/primitives';
import { randomId } from './random-id';

describe('A random id', () => {
  it('is one by the contract, and never the same', () => {
    const ids = Array.from({ length: 100 }, randomId);
    expect(ids.every((id) => safeParse(Id, id).success)).toBeTrue();
    expect(new Set(ids).size).toBe(100);
  });
});
