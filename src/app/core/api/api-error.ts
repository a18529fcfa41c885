import { HttpErrorResponse } from '@angular/common/http';
import { ErrorBody, type ErrorDetail } from '#contract/errors';
import { foreignError } from './foreign-error';
import { retryAfter } from './retry-after';
import { fromServer } from './from-server';

/**
 * What goes wrong on our side of the wire: no answer, none in time, one that is not the contract's,
 * one that is no longer waited for, or a server that has no such route.
 */
export type ClientErrorCode = 'NETWORK' | 'TIMEOUT' | 'BAD_ANSWER' | 'ABORTED' | 'NOT_OFFERED';

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
  /** An `ErrorCode` of the contract, a {@link ClientErrorCode}, or a code that a newer server knows. */
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
  const wait = retryAfter(error.status, error.headers);
  const content = parsed(error.error);
  const body = fromServer(ErrorBody, content);
  if (!body.success) return new ApiError({ status: error.status, ...foreignError(error.status, content), retryAfter: wait });
  return new ApiError({ ...body.output, status: error.status, retryAfter: wait });
}

/** The body of a refusal; where bytes or text were asked for, it is still to be parsed. */
function parsed(body: unknown): unknown {
  if (body instanceof ArrayBuffer) return parsed(new TextDecoder().decode(body));
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
