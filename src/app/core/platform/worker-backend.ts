import { FetchBackend, HttpBackend, HttpErrorResponse, type HttpEvent, HttpHeaders, type HttpRequest, HttpResponse } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { catchError, Observable, throwError } from 'rxjs';

/** A `GET` for bytes. `timeout` is in milliseconds; without one it takes as long as it does. */
export interface LongListRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeout: number | undefined;
}
/** What came of it: an answer of any status, or what `fetch` threw. */
export type LongListAnswer =
  { readonly status: number; readonly statusText: string; readonly headers: Record<string, string>; readonly body: ArrayBuffer } | { readonly error: unknown };

/** Trusted Types, as far as they are used here. */
interface ScriptPolicy {
  createScriptURL(url: string): unknown;
}
interface ScriptPolicies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptPolicy;
}

let policy: ScriptPolicy | undefined;

/** Browsers start a worker by a trusted address only. @throws TypeError where the host's policy is an older one, which knows no worker. */
function trusted(url: URL): URL {
  policy ??= (globalThis as { readonly trustedTypes?: ScriptPolicies }).trustedTypes?.createPolicy('moien#worker', {
    createScriptURL(address) {
      if (new URL(address).origin === location.origin) return address;
      throw new TypeError(`no worker of ours: ${address}`);
    },
  });
  return (policy?.createScriptURL(url.href) ?? url) as URL;
}

/** The build looks for `new Worker(new URL(…))`, and bundles what it names. */
class Worker extends globalThis.Worker {
  constructor(url: URL, options?: WorkerOptions) {
    super(trusted(url), options);
  }
}

/**
 * Fetches bytes in a worker, and is handed them without a copy. Where the page fetches megabytes itself, the browser
 * gives them to it in one task, in which it neither draws nor answers. Where no worker can be started, the page does.
 */
@Service({ autoProvided: false })
export class WorkerBackend extends HttpBackend {
  private readonly fetch = inject(FetchBackend);

  override handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    const instead = (failure: unknown) => (failure instanceof HttpErrorResponse ? throwError(() => failure) : this.fetch.handle(request));
    return inWorker(request).pipe(catchError(instead));
  }
}

/** Fails with an `HttpErrorResponse` where the request failed, and with anything else where there is no worker. */
function inWorker({ urlWithParams: url, headers, timeout }: HttpRequest<unknown>): Observable<HttpEvent<ArrayBuffer>> {
  return new Observable((observer) => {
    const worker = new Worker(new URL('./long-list.worker', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<LongListAnswer>) => {
      if ('error' in data) {
        observer.error(new HttpErrorResponse({ error: data.error, url }));
        return;
      }
      const answer = { ...data, url, headers: new HttpHeaders(data.headers) };
      if (data.status >= 300) {
        observer.error(new HttpErrorResponse({ ...answer, error: data.body }));
        return;
      }
      observer.next(new HttpResponse(answer));
      observer.complete();
    };
    // It cannot be loaded, say because a newer build has replaced this one.
    worker.onerror = () => observer.error(new Error('no worker'));
    const fields = Object.fromEntries(headers.keys().map((name) => [name, headers.getAll(name)?.join(', ') ?? '']));
    worker.postMessage({ url, headers: fields, timeout } satisfies LongListRequest);
    return () => worker.terminate();
  });
}
