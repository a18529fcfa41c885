import { NewPassword } from '#contract/primitives';
import * as v from 'valibot';
import { newPassword } from './new-password';

describe('A generated password', () => {
  it('is one that the server takes, of characters that nobody confuses, and another each time', () => {
    const made = Array.from({ length: 50 }, newPassword);
    expect(made.every((password) => v.is(NewPassword, password) && /^[a-zA-Z2-9]{20}$/u.test(password) && !/[lIO]/u.test(password))).toBeTrue();
    expect(new Set(made).size).toBe(50);
  });
});
