import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { LOGIN_PATH, RETURN_PARAM, returnPath } from './return-path';
import { Session } from './session';

/** Lets nobody in who is not signed in; the sign-in page learns where they wanted to go. */
export const signedIn: CanActivateFn = async (_route, { url }) => {
  const session = inject(Session);
  const router = inject(Router);
  await session.restore();
  return session.status() === 'signed-in' || router.createUrlTree([LOGIN_PATH], url === '/' ? {} : { queryParams: { [RETURN_PARAM]: url } });
};

/** Sends whoever is signed in already past the sign-in page. */
export const signedOut: CanActivateFn = async ({ queryParamMap }) => {
  const session = inject(Session);
  const router = inject(Router);
  await session.restore();
  return session.status() === 'signed-out' || router.parseUrl(returnPath(queryParamMap.get(RETURN_PARAM)));
};
