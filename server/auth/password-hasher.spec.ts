import { PasswordHasher } from './password-hasher';

describe('PasswordHasher', () => {
  const hasher = new PasswordHasher();

  it('stores a PHC string with the recommended cost and a salt of its own each time', async () => {
    const [first, second] = await Promise.all([hasher.hash('correct horse battery'), hasher.hash('correct horse battery')]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/u);
    expect(second).not.toBe(first);
  });

  it('accepts the password and refuses any other', async () => {
    const stored = await hasher.hash('correct horse battery');
    expect(await hasher.verify('correct horse battery', stored)).toBeTrue();
    expect(await hasher.verify('correct horse batterY', stored)).toBeFalse();
  });

  it('accepts the same letters composed differently', async () => {
    expect(await hasher.verify('Zo\u0065\u0308 aus Esch', await hasher.hash('Zo\u00eb aus Esch'))).toBeTrue();
  });

  it('reads hashes made with another cost', async () => {
    // The Argon2id reference implementation's: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1
    const foreign = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await hasher.verify('password', foreign)).toBeTrue();
  });

  it('says no for an account that does not exist, whatever the password', async () => {
    expect(await hasher.verify('', undefined)).toBeFalse();
  });

  it('refuses to read what is no such hash', async () => {
    await expectAsync(hasher.verify('x', 'md5:abc')).toBeRejectedWithError(/PHC/u);
  });
});
