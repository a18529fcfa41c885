import { HttpException } from '@nestjs/common';
import { ERROR_STATUS, type ErrorCode, type ErrorDetail } from '#contract/errors';

export interface ApiExceptionOptions {
  /** What is wrong with which field. */
  readonly details?: readonly ErrorDetail[];
  /** With `STALE`: the row as it is now. */
  readonly current?: unknown;
  /** Seconds, for the header `Retry-After`. */
  readonly retryAfter?: number;
  /** Where the code's usual status does not fit (`ACCOUNT_BANNED` on a request that had been signed in is 401). */
  readonly status?: number;
}

/** An answer other than success that the contract knows. The status follows from the code. */
export class ApiException extends HttpException {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly extras: ApiExceptionOptions = {},
  ) {
    super(message, extras.status ?? ERROR_STATUS[code]);
  }
}
