import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';
import { LOGIN_PATH, RETURN_PARAM, returnPath } from './return-path';
import { Session } from './session';

/**
 * Lets nobody in who is not signed in, and nothing of what is behind it be loaded for them.
 * The sign-in page learns where they wanted to go.
 */
export const signedIn: CanMatchFn = async () => {
  const session = inject(Session);
  const router = inject(Router);
  const wanted = router.currentNavigation()?.extractedUrl.toString() ?? '/';
  await session.restore();
  if (session.status() === 'signed-in') return true;
  return router.createUrlTree([LOGIN_PATH], wanted === '/' ? {} : { queryParams: { [RETURN_PARAM]: wanted } });
};

/** Sends whoever is signed in already past the sign-in page. */
export const signedOut: CanActivateFn = async ({ queryParamMap }) => {
  const session = inject(Session);
  const router = inject(Router);
  await session.restore();
  return session.status() === 'signed-out' || router.parseUrl(returnPath(queryParamMap.get(RETURN_PARAM)));
};
