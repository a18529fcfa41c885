import type { HttpInterceptorFn, HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, takeUntil, throwError } from 'rxjs';
import { toApiError } from '../api/api-error';
import { API_ORIGIN } from '../api/api-address';
import { ANONYMOUS } from '../api/anonymous';
import { Session } from './session';
import { endOf, endsSession } from './session-end';

/**
 * Sends the access token to the API and to nobody else. A token that is refused is replaced and the request repeated, once;
 * a final refusal ends the session. Requests under way when the session ends are given up.
 */
export const bearer: HttpInterceptorFn = (request, next) => {
  if (request.context.get(ANONYMOUS) || !request.url.startsWith(`${inject(API_ORIGIN)}/`)) return next(request);
  const session = inject(Session);
  const token = session.token();
  if (token === null) return next(request);
  return next(withToken(request, token)).pipe(
    catchError((failure: unknown) => {
      const error = toApiError(failure);
      if ((error.status === 401 || error.status === 403) && endsSession(error.code)) session.end(endOf(error));
      if (error.status !== 401 || !REPLACEABLE.includes(error.code)) return throwError(() => failure);
      return from(session.refresh(token)).pipe(switchMap((fresh) => next(withToken(request, fresh))));
    }),
    takeUntil(session.ended$),
  );
};

const REPLACEABLE = ['TOKEN_EXPIRED', 'UNAUTHENTICATED'];

function withToken(request: HttpRequest<unknown>, token: string): HttpRequest<unknown> {
  return request.clone({ setHeaders: { Authorization: `Bearer ${token}` } });
}
