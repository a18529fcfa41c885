import { DOCUMENT, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { fromEvent } from 'rxjs';
import { LOGIN_PATH, RETURN_PARAM, returnPath } from './return-path';
import { Session } from './session';

/** Moves this tab between the sign-in page and the app as the session starts and ends, here or in another tab. Call it once. */
export function routeSession(): void {
  const session = inject(Session);
  const router = inject(Router);
  const pageShown$ = fromEvent<PageTransitionEvent>(inject(DOCUMENT).defaultView ?? globalThis, 'pageshow');

  session.started$.pipe(takeUntilDestroyed()).subscribe(() => {
    if (router.url.split(/[?#;]/u)[0] !== LOGIN_PATH) return;
    void router.navigateByUrl(returnPath(router.parseUrl(router.url).queryParamMap.get(RETURN_PARAM)), { replaceUrl: true });
  });

  // Whoever comes back after their session merely ran out finds the page they left; after anything else it is not theirs to see.
  session.ended$.pipe(takeUntilDestroyed()).subscribe((end) => {
    const queryParams = end?.why === 'expired' ? { [RETURN_PARAM]: returnPath(router.url) } : {};
    void router.navigate([LOGIN_PATH], { queryParams, replaceUrl: true });
  });

  // A page out of the back/forward cache has slept through what the others heard.
  pageShown$.pipe(takeUntilDestroyed()).subscribe(({ persisted }) => {
    if (persisted && session.status() === 'signed-in') session.refresh(session.token()).catch(() => undefined);
  });
}
