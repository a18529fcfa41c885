import type { Routes } from '@angular/router';
import { PAGE_TEXTS } from '../core/i18n/page-texts';
import { withTexts } from '../core/i18n/text-part';
import { provideRealtime } from '../core/realtime/provide-realtime';
import { Shell } from './shell';

/** The signed-in part of the product. Live connections begin here, so that the sign-in page carries no socket code. */
export const shellRoutes: Routes = [
  {
    path: '',
    component: Shell,
    providers: [provideRealtime()],
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
