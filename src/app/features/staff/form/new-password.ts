/** Letters and digits that nobody takes for another: this is read out, and typed off a note. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 20;

/** @returns a password of more than 110 bits, none likelier than another. */
export function newPassword(): string {
  let password = '';
  // What lies beyond the last whole alphabet in a byte would make its first letters likelier.
  const fair = 256 - (256 % ALPHABET.length);
  while (password.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH))) {
      if (byte < fair && password.length < LENGTH) password += ALPHABET.charAt(byte % ALPHABET.length);
    }
  }
  return password;
}
