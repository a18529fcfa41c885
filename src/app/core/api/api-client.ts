import { HttpClient, type HttpContext, HttpErrorResponse, type HttpHeaders } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { catchError, map, type Observable, tap, throwError, throwIfEmpty } from 'rxjs';
import * as v from 'valibot';
import { API_BASE, API_ORIGIN } from './api-address';
import { ApiError, toApiError } from './api-error';
import { opened } from './envelope';
import { RateLimit } from './rate-limit';
import { fromServer } from './from-server';

const TIMEOUT_MS = 10_000;
/** A whole list can be megabytes. */
const LIST_TIMEOUT_MS = 60_000;

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
  private readonly limit = inject(RateLimit);
  private readonly base = `${inject(API_ORIGIN)}${inject(API_BASE)}`;

  /** @param path below the API's base, with a leading slash. Unsubscribing gives the request up. */
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
        this.noted(),
        map((response) => ({ body: validated(schema, response.body, response.status), headers: response.headers })),
        throwIfEmpty(() => new ApiError({ status: 0, code: 'ABORTED' })),
        catchError((error: unknown) => throwError(() => toApiError(error))),
      );
  }

  /** Reads an answer as the bytes that it is, for those that are too long to be decoded and parsed in one go. */
  bytes(path: string, context: HttpContext): Observable<Answer<ArrayBuffer>> {
    return this.http.get(`${this.base}${path}`, { observe: 'response', responseType: 'arraybuffer', timeout: LIST_TIMEOUT_MS, context }).pipe(
      this.noted(),
      map(({ body, headers }) => ({ body: body ?? new ArrayBuffer(), headers })),
      throwIfEmpty(() => new ApiError({ status: 0, code: 'ABORTED' })),
      catchError((error: unknown) => throwError(() => toApiError(error))),
    );
  }

  private noted<T extends { readonly status: number; readonly headers: HttpHeaders }>() {
    return tap<T>({
      next: ({ status, headers }) => this.limit.note(status, headers),
      error: (error: unknown) => {
        if (error instanceof HttpErrorResponse) this.limit.note(error.status, error.headers);
      },
    });
  }
}

/** @throws ApiError BAD_ANSWER for what is not the contract's. */
export function validated<TSchema extends v.GenericSchema>(schema: TSchema, body: unknown, status: number): v.InferOutput<TSchema> {
  const result = fromServer(schema, opened(body));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new ApiError({ status, code: 'BAD_ANSWER', message: `${v.getDotPath(issue) ?? 'body'}: expected ${issue.expected ?? issue.type}` });
}
