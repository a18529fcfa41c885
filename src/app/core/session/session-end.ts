import * as v from 'valibot';
import type { ApiError } from '../api/api-error';

/** Why the server ended a session. `message` is its English text for the record; show words for `why`. */
export const SessionEnd = v.object({
  why: v.picklist(['banned', 'deleted', 'revoked', 'expired']),
  message: v.pipe(v.string(), v.maxLength(2000)),
});
export type SessionEnd = Readonly<v.InferOutput<typeof SessionEnd>>;

const WHY: ReadonlyMap<string, SessionEnd['why']> = new Map([
  ['ACCOUNT_BANNED', 'banned'],
  ['SESSION_REVOKED', 'revoked'],
]);

/** @returns whether a refusal is final: no new token would change it. */
export function endsSession(code: string): boolean {
  return WHY.has(code);
}

/** Reads the reason from a refusal, of a request or of a connection; what is not final by its code ran out. */
export function endOf({ code, message }: Pick<ApiError, 'code' | 'message'>): SessionEnd {
  return { why: WHY.get(code) ?? 'expired', message };
}
