import * as v from 'valibot';

/**
 * Stable codes: a client translates these, never the English `message`.
 * Each is used with one HTTP status, or as `data.code` of a Socket.IO `connect_error`.
 */
export const ERROR_STATUS = {
  VALIDATION_FAILED: 400,
  CURSOR_INVALID: 400,
  CODE_INVALID: 400,
  CODE_EXPIRED: 400,
  UNAUTHENTICATED: 401,
  TOKEN_EXPIRED: 401,
  SESSION_REVOKED: 401,
  INVALID_CREDENTIALS: 401,
  WRONG_PASSWORD: 401,
  /** 403 at sign-in (the customer's rule), 401 on a request whose account was banned or deleted meanwhile. */
  ACCOUNT_BANNED: 403,
  FORBIDDEN: 403,
  ORIGIN_FORBIDDEN: 403,
  NOT_FOUND: 404,
  ALREADY_BANNED: 409,
  NOT_BANNED: 409,
  ALREADY_VERIFIED: 409,
  /** The partner request is not waiting for this decision any more; `current` says what became of it. */
  ALREADY_DECIDED: 409,
  /** There is no decision to take back. */
  NOT_DECIDED: 409,
  /** A partner's thread holds no more replies. */
  THREAD_FULL: 409,
  /** Nothing of a site image was replaced or removed within the hour. */
  NOTHING_TO_RESTORE: 409,
  EMAIL_TAKEN: 409,
  PHONE_TAKEN: 409,
  SELF_FORBIDDEN: 409,
  LAST_ADMIN: 409,
  STALE: 409,
  POSITION_EXPIRED: 410,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  TOO_MANY_REQUESTS: 429,
  /** Too many failed sign-ins; `Retry-After` says for how many seconds more. */
  LOCKED_OUT: 429,
  INTERNAL: 500,
  /** Where images are kept cannot be reached: nothing was changed; `Retry-After` says when to try again. */
  STORAGE_UNAVAILABLE: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;
export const ERROR_CODES = Object.keys(ERROR_STATUS) as readonly ErrorCode[];

/** What is wrong with one field. `code` is the failed check (`min_length`, `email`, `words`, …), `field` a dotted path. */
export const ErrorDetail = v.object({ field: v.string(), code: v.string(), message: v.string() });
export type ErrorDetail = v.InferOutput<typeof ErrorDetail>;

/** The one body of every failed request. `code` stays a string: a newer server may know more codes than we do. */
export const ErrorBody = v.object({
  statusCode: v.number(),
  code: v.string(),
  message: v.string(),
  details: v.optional(v.array(ErrorDetail)),
  /** With `STALE`, and `ALREADY_DECIDED`: the row as it is now. */
  current: v.optional(v.unknown()),
  requestId: v.string(),
});
export type ErrorBody = v.InferOutput<typeof ErrorBody>;
