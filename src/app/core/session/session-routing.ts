import { DOCUMENT, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { fromEvent } from 'rxjs';
import { focusRow } from './focus-row';
import { LeftOffs } from './left-off';
import { LOGIN_PATH, RETURN_PARAM, returnPath } from './return-path';
import { Session } from './session';
import type { SessionEnd } from './session-end';

/** Whoever is ended so may well sign in again, and finds what they left; after a ban or a sign-out it is not theirs to see. */
const RESUMED: ReadonlySet<SessionEnd['why'] | undefined> = new Set(['expired', 'revoked'] as const);

/** Moves this tab between the sign-in page and the app as the session starts and ends, here or in another tab. Call it once. */
export function routeSession(): void {
  const session = inject(Session);
  const router = inject(Router);
  const leftOffs = inject(LeftOffs);
  const document = inject(DOCUMENT);
  const pageShown$ = fromEvent<PageTransitionEvent>(document.defaultView ?? globalThis, 'pageshow');
  /** Who is signed in: once a session has ended it does not say whose it was. */
  let owner = session.admin()?.id;

  session.started$.pipe(takeUntilDestroyed()).subscribe(() => {
    owner = session.admin()?.id;
    const left = leftOffs.take(owner);
    if (router.url.split(/[?#;]/u)[0] !== LOGIN_PATH) return;
    const wanted = router.parseUrl(router.url).queryParamMap.get(RETURN_PARAM);
    void router.navigateByUrl(returnPath(wanted ?? left?.path), { replaceUrl: true }).then(() => {
      if (wanted === null && left?.row) focusRow(document, left.row);
    });
  });

  session.ended$.pipe(takeUntilDestroyed()).subscribe((end) => {
    const row = document.activeElement?.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? null;
    if (owner !== undefined && RESUMED.has(end?.why)) leftOffs.keep({ owner, path: returnPath(router.url), row });
    else leftOffs.forget();
    owner = undefined;
    void router.navigate([LOGIN_PATH], { replaceUrl: true });
  });

  // A page out of the back/forward cache has slept through what the others heard.
  pageShown$.pipe(takeUntilDestroyed()).subscribe(({ persisted }) => {
    if (persisted && session.status() === 'signed-in') session.refresh(session.token()).catch(() => undefined);
  });
}
