import type { Provider } from '@angular/core';
import type { Routes } from '@angular/router';
import { PAGE_TEXTS } from '../core/i18n/page-texts';
import { withTexts } from '../core/i18n/with-texts';
import { provideRealtime } from '../core/realtime/provide-realtime';
import { Shell } from './shell';

/**
 * The signed-in part of the product. Live connections begin here, so that the sign-in page carries no socket code.
 * The documented platform's dialect is loaded from here and only where it is spoken: a chunk that is loaded after
 * the shell shares the shell's modules, and cuts them into no smaller files (ADR 0018).
 *
 * @param isOurs whether the server speaks part 3 of the contract.
 */
export async function shellRoutes(isOurs: boolean): Promise<Routes> {
  if (isOurs) return routesWith([]);
  const { providePlatform } = await import('../core/platform/provide-platform');
  return routesWith(providePlatform());
}

/** @param dialect what stands in for our services where the server speaks another dialect than ours. */
const routesWith = (dialect: Provider[]): Routes => [
  {
    path: '',
    component: Shell,
    providers: [dialect, provideRealtime()],
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'overview' },
      {
        path: 'overview',
        loadChildren: withTexts(PAGE_TEXTS.overview, () => import('../features/overview/overview.routes').then((file) => file.overviewRoutes)),
      },
      {
        path: 'partner-places',
        loadChildren: withTexts(PAGE_TEXTS.partnerPlaces, () =>
          import('../features/partner-places/partner-places.routes').then((file) => file.partnerPlacesRoutes),
        ),
      },
      {
        path: 'notifications',
        loadChildren: withTexts(PAGE_TEXTS.notifications, () =>
          import('../features/notifications/notifications.routes').then((file) => file.notificationsRoutes),
        ),
      },
      {
        path: 'sessions',
        loadChildren: withTexts(PAGE_TEXTS.sessions, () => import('../features/sessions/sessions.routes').then((file) => file.sessionsRoutes)),
      },
      { path: 'staff', loadChildren: withTexts(PAGE_TEXTS.staff, () => import('../features/staff/staff.routes').then((file) => file.staffRoutes)) },
      { path: 'users', loadChildren: withTexts(PAGE_TEXTS.users, () => import('../features/users/users.routes').then((file) => file.usersRoutes)) },
      {
        path: 'site-images',
        loadChildren: withTexts(PAGE_TEXTS.siteImages, () => import('../features/site-images/site-images.routes').then((file) => file.siteImagesRoutes)),
      },
    ],
  },
];
