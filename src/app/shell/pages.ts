import {
  mdiAccountMultipleOutline,
  mdiBadgeAccountHorizontalOutline,
  mdiBellOutline,
  mdiDevices,
  mdiImageMultipleOutline,
  mdiStorefrontOutline,
  mdiViewDashboardOutline,
} from '@mdi/js';
import { computed, inject, Service } from '@angular/core';
import type { MessageKey } from '../core/i18n/translations';
import { NotificationsAbsence } from '../core/live/notifications-absence';
import { Permissions, type Permission } from '../core/session/permissions';

/** An entry of the side navigation. */
export interface Page {
  readonly path: string;
  readonly title: MessageKey;
  /** A path from `@mdi/js`. */
  readonly icon: string;
  /** What an account needs for it, where the server tells what accounts may do. */
  readonly needs?: readonly Permission[];
}

/** The pages there are, in the order of the menu. */
export const PAGES: readonly Page[] = [
  { path: '/overview', title: 'pages.overview', icon: mdiViewDashboardOutline, needs: ['ADMIN_DASHBOARD'] },
  { path: '/users', title: 'pages.users', icon: mdiAccountMultipleOutline, needs: ['ADMIN_USERS'] },
  { path: '/partner-places', title: 'pages.partnerPlaces', icon: mdiStorefrontOutline, needs: ['ADMIN_PROVIDERS'] },
  {
    path: '/site-images',
    title: 'pages.siteImages',
    icon: mdiImageMultipleOutline,
    needs: ['ADMIN_HERO_SETTINGS', 'ADMIN_ABOUT_IMAGES', 'ADMIN_SYSTEM_SETTINGS'],
  },
  { path: '/notifications', title: 'pages.notifications', icon: mdiBellOutline },
  { path: '/staff', title: 'pages.staff', icon: mdiBadgeAccountHorizontalOutline },
  { path: '/sessions', title: 'pages.sessions', icon: mdiDevices },
];

/** The pages that this server and this account have something for, in the order of the menu. */
@Service()
export class OfferedPages {
  private readonly absence = inject(NotificationsAbsence);
  private readonly permissions = inject(Permissions);

  readonly pages = computed(() =>
    PAGES.filter(({ path, needs }) => (path !== '/notifications' || !this.absence.isRefused()) && (needs?.some((one) => this.permissions.has(one)) ?? true)),
  );
}
