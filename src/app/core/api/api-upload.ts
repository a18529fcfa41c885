import { HttpClient, HttpEventType } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { catchError, filter, map, type Observable, tap, throwError, throwIfEmpty, timeout } from 'rxjs';
import type * as v from 'valibot';
import { type Answer, validated } from './api-client';
import { API_BASE, API_ORIGIN } from './api-address';
import { ApiError, toApiError } from './api-error';

/** So long nothing moves, and the upload has failed; while bytes flow it may take as long as it needs. */
const STALLED_MS = 20_000;

export interface FileUpload {
  /** The name of the multipart field. */
  readonly field: string;
  readonly file: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  /** Told how many bytes of how many have gone out, as often as that changes. */
  readonly progress: (sent: number, size: number) => void;
}

/** Files on their way to the server's REST API. As with `ApiClient` the answer is validated, and every failure an {@link ApiError}. */
@Service()
export class ApiUpload {
  private readonly http = inject(HttpClient);
  private readonly base = `${inject(API_ORIGIN)}${inject(API_BASE)}`;

  /** @param path below the API's base, with a leading slash. Unsubscribing gives the upload up. */
  send<TSchema extends v.GenericSchema>(
    path: string,
    schema: TSchema,
    { field, file, headers = {}, progress }: FileUpload,
  ): Observable<Answer<v.InferOutput<TSchema>>> {
    const body = new FormData();
    body.append(field, file);
    return this.http
      .request<unknown>('POST', `${this.base}${path}`, { body, headers: { ...headers }, observe: 'events', responseType: 'json', reportUploadProgress: true })
      .pipe(
        timeout({ each: STALLED_MS, with: () => throwError(() => new ApiError({ status: 0, code: 'TIMEOUT' })) }),
        tap((event) => {
          if (event.type === HttpEventType.UploadProgress) progress(event.loaded, event.total ?? file.size);
        }),
        filter((event) => event.type === HttpEventType.Response),
        map((response) => ({ body: validated(schema, response.body, response.status), headers: response.headers })),
        throwIfEmpty(() => new ApiError({ status: 0, code: 'ABORTED' })),
        catchError((error: unknown) => throwError(() => toApiError(error))),
      );
  }
}
