import { HttpException } from '@nestjs/common';
import { ERROR_STATUS, type ErrorBody, type ErrorCode } from '#contract/errors';
import { POSITION_HEADER } from '#contract/stream';
import { ApiException } from './api-exception';

export const REQUEST_ID_HEADER = 'X-Request-Id';
/** What browsers on other origins may read. */
export const EXPOSED_HEADERS = ['Date', POSITION_HEADER, 'Retry-After', REQUEST_ID_HEADER];

/** Codes for what the framework itself refuses. Every other 4xx is the caller's mistake too. */
const BY_STATUS = new Map<number, ErrorCode>([
  [401, 'UNAUTHENTICATED'],
  [403, 'FORBIDDEN'],
  [404, 'NOT_FOUND'],
  [405, 'NOT_FOUND'],
  [413, 'PAYLOAD_TOO_LARGE'],
  [415, 'UNSUPPORTED_MEDIA_TYPE'],
  [429, 'TOO_MANY_REQUESTS'],
]);

/**
 * The one body of every failed request. What is not an HttpException is a fault of ours: it says nothing but the request id,
 * by which the log tells more.
 */
export function errorAnswer(error: unknown, requestId: string): { readonly body: ErrorBody; readonly retryAfter: number | undefined } {
  if (error instanceof ApiException) {
    const { details, current, retryAfter } = error.extras;
    const body = { statusCode: error.getStatus(), code: error.code, message: error.message, requestId };
    return { body: { ...body, ...(details && { details: [...details] }), ...(current !== undefined && { current }) }, retryAfter };
  }
  const status = statusOf(error);
  const code = BY_STATUS.get(status) ?? (status < 500 ? 'VALIDATION_FAILED' : 'INTERNAL');
  const message = status < 500 && error instanceof Error ? error.message : 'Something went wrong on our side';
  return { body: { statusCode: ERROR_STATUS[code], code, message, requestId }, retryAfter: undefined };
}

/** Express's own middleware throws errors with a status, but without Nest's class. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
}
