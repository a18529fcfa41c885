import * as mdi from '@mdi/js';
import * as entrance from './entrance-icons';

describe('The icons before sign-in', () => {
  for (const [name, path] of Object.entries(entrance)) {
    it(`are those of the set: ${name}`, () => {
      expect(path).toBe(Reflect.get(mdi, name) as string);
    });
  }
});
