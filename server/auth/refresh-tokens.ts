import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** @returns a new refresh token: 256 random bits, which say nothing. */
export function newRefreshToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What is stored of it. A plain hash will do: there is nothing to guess in 256 random bits. */
export function hashRefreshToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
