import { inject, Service } from '@angular/core';
import { ERROR_STATUS, type ErrorCode } from '#contract/errors';
import type { ClientErrorCode } from '../api/api-error';
import { Formats } from './formats';
import { Texts } from './texts';

/** The part of an `ApiError` that words are found by. `retryAfter` in seconds. */
export interface CodedError {
  readonly code: string;
  readonly retryAfter?: number | undefined;
}

type KnownCode = ErrorCode | ClientErrorCode;
const CLIENT_CODES: Readonly<Record<ClientErrorCode, true>> = { NETWORK: true, TIMEOUT: true, BAD_ANSWER: true, ABORTED: true, NOT_OFFERED: true };

/** Where it helps to know when it will work again. */
const SAYS_WHEN: ReadonlySet<string> = new Set<ErrorCode>(['TOO_MANY_REQUESTS', 'LOCKED_OUT', 'STORAGE_UNAVAILABLE']);

/** What went wrong, in words: by its code, in the active language. A code that a newer server sends is shown as it is. */
@Service()
export class ErrorTexts {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);

  get({ code, retryAfter }: CodedError): string {
    const text = isKnown(code) ? this.texts.get(`errors.${code}`) : this.texts.get('errors.UNKNOWN', { code });
    if (retryAfter === undefined || !SAYS_WHEN.has(code)) return text;
    return `${text} ${this.texts.get('state.tryAgain', { duration: this.formats.duration(retryAfter * 1000) })}`;
  }
}

function isKnown(code: string): code is KnownCode {
  return Object.hasOwn(ERROR_STATUS, code) || Object.hasOwn(CLIENT_CODES, code);
}
