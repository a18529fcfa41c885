import { type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { tap } from 'rxjs';
import { Clock } from '../i18n/clock';
import { API_ORIGIN } from './api-address';

/** The header `Date` has whole seconds. In milliseconds. */
const PRECISION_MS = 1000;

/** Sets the page's clock by the answers of the API, where their header `Date` may be read. */
export const serverTime: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith(`${inject(API_ORIGIN)}/`)) return next(request);
  const clock = inject(Clock);
  const sentAt = performance.now();
  return next(request).pipe(
    tap((event) => {
      const date = event instanceof HttpResponse ? event.headers.get('Date') : null;
      if (date !== null) clock.learn(Date.parse(date), performance.now() - sentAt, PRECISION_MS);
    }),
  );
};
