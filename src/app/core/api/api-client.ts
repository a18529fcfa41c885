import { HttpClient, type HttpContext, type HttpHeaders } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { catchError, map, type Observable, throwError, throwIfEmpty } from 'rxjs';
import * as v from 'valibot';
import { ApiError, toApiError } from './api-error';
import { API_ORIGIN } from './api-origin';

const TIMEOUT_MS = 10_000;

export interface ApiRequest {
  readonly body?: unknown;
  /** Undefined ones are left out. */
  readonly params?: Readonly<Record<string, string | number | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly context?: HttpContext;
  /** In milliseconds, where 10 s are not enough: a file takes as long as its way up does. */
  readonly timeout?: number;
  /** `include` sends and accepts the server's cookies. */
  readonly credentials?: RequestCredentials;
}

export interface Answer<T> {
  readonly body: T;
  readonly headers: HttpHeaders;
}

/** The way to the server's REST API: every answer validated, every failure an {@link ApiError}, none later than 10 s. */
@Service()
export class ApiClient {
  private readonly http = inject(HttpClient);
  private readonly base = `${inject(API_ORIGIN)}/api/v1`;

  /** @param path below `/api/v1`, with a leading slash. Unsubscribing gives the request up. */
  request<TSchema extends v.GenericSchema>(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    schema: TSchema,
    request: ApiRequest = {},
  ): Observable<Answer<v.InferOutput<TSchema>>> {
    const { params = {}, timeout = TIMEOUT_MS, ...rest } = request;
    const present = Object.entries(params).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
    return this.http
      .request<unknown>(method, `${this.base}${path}`, {
        ...rest,
        params: Object.fromEntries(present),
        observe: 'response',
        responseType: 'json',
        timeout,
      })
      .pipe(
        map((response) => ({ body: validated(schema, response.body, response.status), headers: response.headers })),
        throwIfEmpty(() => new ApiError({ status: 0, code: 'ABORTED' })),
        catchError((error: unknown) => throwError(() => toApiError(error))),
      );
  }
}

/** @throws ApiError BAD_ANSWER for what is not the contract's. */
export function validated<TSchema extends v.GenericSchema>(schema: TSchema, body: unknown, status: number): v.InferOutput<TSchema> {
  const result = v.safeParse(schema, body, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new ApiError({ status, code: 'BAD_ANSWER', message: `${v.getDotPath(issue) ?? 'body'}: expected ${issue.expected ?? issue.type}` });
}
