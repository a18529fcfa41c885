import { FetchBackend, HttpBackend, HttpContextToken, type HttpEvent, type HttpRequest, HttpXhrBackend } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';

/** What carries a request, where it is to be something else than usual. */
export const BACKEND = new HttpContextToken<HttpBackend | undefined>(() => undefined);

/** `fetch` cannot tell how far an upload has come: what asks to be told goes by `XMLHttpRequest`, everything else by `fetch`. */
@Service()
export class ApiBackend extends HttpBackend {
  private readonly fetch = inject(FetchBackend);
  private readonly xhr = inject(HttpXhrBackend);

  override handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    const usual = request.reportUploadProgress ? this.xhr : this.fetch;
    return (request.context.get(BACKEND) ?? usual).handle(request);
  }
}
