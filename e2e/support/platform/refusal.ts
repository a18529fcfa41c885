import { STATUS_CODES } from 'node:http';
import type { PlatformOptions } from './options';

/** A request that is refused: with a code, a sentence, or a list of sentences. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly reason: string | readonly string[],
  ) {
    super(String(reason));
  }
}

/** @returns the body of a refusal, in the envelope that is set. */
export function errorBody({ status, reason }: Refusal, { errors }: PlatformOptions): object {
  const error = STATUS_CODES[status] ?? 'Error';
  if (errors === 'nest') return { statusCode: status, message: reason, error };
  const sentences = typeof reason === 'string' ? [reason] : reason;
  const details =
    typeof reason === 'string' ? [] : reason.map((message) => ({ field: /^property (\S+)/u.exec(message)?.[1] ?? message.split(' ')[0], message }));
  const isCode = typeof reason === 'string' && /^[A-Z_]+$/u.test(reason);
  return { success: false, error: { code: isCode ? reason : error.toUpperCase().replaceAll(' ', '_'), message: sentences.join('; '), details } };
}
