import { FetchBackend, HttpBackend, type HttpEvent, type HttpRequest, HttpXhrBackend } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';

/** `fetch` cannot tell how far an upload has come: what asks to be told goes by `XMLHttpRequest`, everything else by `fetch`. */
@Service()
export class ProgressBackend extends HttpBackend {
  private readonly fetch = inject(FetchBackend);
  private readonly xhr = inject(HttpXhrBackend);

  override handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    return (request.reportUploadProgress ? this.xhr : this.fetch).handle(request);
  }
}
