import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2);

/**
 * 19 MiB, 2 passes, 1 lane: the first of the settings that OWASP's Password Storage Cheat Sheet recommends for Argon2id
 * (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id). Hashes carry the settings
 * they were made with, so raising these later leaves stored ones readable.
 */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/u;

/** Hashes passwords with Argon2id on libuv's threads, as PHC strings (`$argon2id$v=19$m=…,t=…,p=…$salt$hash`). */
@Injectable()
export class PasswordHasher {
  /** Stands in where there is no account, so that an unknown one costs as long as a wrong password. */
  private readonly nobody = this.hash(randomBytes(SALT_BYTES).toString('hex'));

  /** @returns the PHC string to store. */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    const hash = await derive('argon2id', { ...COST, message: canonical(password), nonce: salt, tagLength: HASH_BYTES });
    return `$argon2id$v=19$m=${String(COST.memory)},t=${String(COST.passes)},p=${String(COST.parallelism)}$${unpadded(salt)}$${unpadded(hash)}`;
  }

  /**
   * @param stored a PHC string, or undefined when the account does not exist: then the answer is false after the same work.
   * @throws when `stored` is no PHC string of Argon2id.
   */
  async verify(password: string, stored: string | undefined): Promise<boolean> {
    const { salt, hash, ...cost } = parse(stored ?? (await this.nobody));
    const derived = await derive('argon2id', { ...cost, message: canonical(password), nonce: salt, tagLength: hash.length });
    return timingSafeEqual(derived, hash) && stored !== undefined;
  }
}

/** The same letters typed on different keyboards may arrive composed or decomposed. */
function canonical(password: string): string {
  return password.normalize('NFKC');
}

/** PHC strings use base64 without padding. */
function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}

function parse(phc: string) {
  const [, memory, passes, parallelism, salt, hash] = PHC.exec(phc) ?? [];
  if (salt === undefined || hash === undefined) throw new Error('A stored password hash is no Argon2id PHC string');
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}
