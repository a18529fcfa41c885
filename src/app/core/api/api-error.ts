import { HttpErrorResponse } from '@angular/common/http';
import { ErrorBody, ERROR_CODES, type ErrorCode, type ErrorDetail } from '#contract/errors';
import * as v from 'valibot';

/** What goes wrong on our side of the wire: no answer, none in time, one that is not the contract's, or one nobody waits for any more. */
export type ClientErrorCode = 'NETWORK' | 'TIMEOUT' | 'BAD_ANSWER' | 'ABORTED';

interface ApiErrorInit {
  readonly status: number;
  readonly code: string;
  readonly message?: string;
  readonly details?: readonly ErrorDetail[] | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfter?: number | undefined;
  readonly current?: unknown;
}

/** A request that did not end as asked. Show words for `code`, never `message`, which is for developers. */
export class ApiError extends Error {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** An {@link ErrorCode}, a {@link ClientErrorCode}, or a code that a newer server knows. */
  readonly code: string;
  /** What is wrong with each field, by its dotted path; the first complaint counts. */
  readonly details: ReadonlyMap<string, ErrorDetail>;
  /** What to quote to whoever reads the server's log. */
  readonly requestId: string | undefined;
  /** Seconds to wait before the next try. */
  readonly retryAfter: number | undefined;
  /** With `STALE`: the row as it is now, not yet validated. */
  readonly current: unknown;

  constructor(init: ApiErrorInit) {
    super(init.message ?? init.code);
    this.name = 'ApiError';
    this.status = init.status;
    this.code = init.code;
    this.details = new Map([...(init.details ?? [])].reverse().map((detail) => [detail.field, detail]));
    this.requestId = init.requestId;
    this.retryAfter = init.retryAfter;
    this.current = init.current;
  }
}

/** Makes an {@link ApiError} of whatever a request failed with. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (!(error instanceof HttpErrorResponse)) return new ApiError({ status: 0, code: 'NETWORK', message: String(error) });
  if (error.error instanceof DOMException && error.error.name === 'TimeoutError') return new ApiError({ status: 0, code: 'TIMEOUT' });
  if (error.status === 0) return new ApiError({ status: 0, code: 'NETWORK', message: error.message });
  // Angular reports a body that is not JSON as an error too, with the status of the answer.
  if (error.status < 400) return new ApiError({ status: error.status, code: 'BAD_ANSWER', message: error.message });
  const retryAfter = parseRetryAfter(error.headers.get('Retry-After'));
  const body = v.safeParse(ErrorBody, error.error);
  if (!body.success) return new ApiError({ status: error.status, code: codeOfForeignBody(error), message: error.message, retryAfter });
  return new ApiError({ ...body.output, status: error.status, retryAfter });
}

/** An older server says the code in `message`; a proxy in between says none, and the status has to do. */
function codeOfForeignBody({ error, status }: HttpErrorResponse): ErrorCode | ClientErrorCode {
  const said = v.safeParse(v.object({ message: v.picklist(ERROR_CODES) }), error);
  return said.success ? said.output.message : (CODE_BY_STATUS.get(status) ?? (status >= 500 ? 'INTERNAL' : 'BAD_ANSWER'));
}
const CODE_BY_STATUS: ReadonlyMap<number, ErrorCode> = new Map([
  [400, 'VALIDATION_FAILED'],
  [401, 'UNAUTHENTICATED'],
  [403, 'FORBIDDEN'],
  [404, 'NOT_FOUND'],
  [413, 'PAYLOAD_TOO_LARGE'],
  [415, 'UNSUPPORTED_MEDIA_TYPE'],
  [429, 'TOO_MANY_REQUESTS'],
]);

/** `Retry-After` is a number of seconds or a date (RFC 9110). */
function parseRetryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/u.test(header) ? Number(header) : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}
