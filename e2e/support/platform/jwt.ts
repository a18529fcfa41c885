import { createHmac, randomBytes } from 'node:crypto';

/** What an access token says of its bearer. Times are in seconds since 1970. */
export interface Claims {
  readonly sub: string;
  readonly email: string;
  readonly role: 'admin' | 'user';
  readonly sid: string;
  readonly iat: number;
  readonly exp: number;
}

const KEY = randomBytes(32);
const HEAD = encode({ alg: 'HS256', typ: 'JWT' });

export function signJwt(claims: Claims): string {
  const text = `${HEAD}.${encode(claims)}`;
  return `${text}.${signature(text)}`;
}

/** @returns what a token says; undefined when it is not ours or has expired. */
export function readJwt(token: string): Claims | undefined {
  const end = token.lastIndexOf('.');
  const text = token.slice(0, Math.max(0, end));
  if (signature(text) !== token.slice(end + 1)) return undefined;
  const claims = JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString()) as Claims;
  return claims.exp > Date.now() / 1000 ? claims : undefined;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function signature(text: string): string {
  return createHmac('sha256', KEY).update(text).digest('base64url');
}
