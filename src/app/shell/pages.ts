import {
  mdiAccountMultipleOutline,
  mdiBadgeAccountHorizontalOutline,
  mdiBellOutline,
  mdiDevices,
  mdiImageMultipleOutline,
  mdiStorefrontOutline,
  mdiViewDashboardOutline,
} from '@mdi/js';
import type { MessageKey } from '../core/i18n/translations';

/** An entry of the side navigation. */
export interface Page {
  readonly path: string;
  readonly title: MessageKey;
  /** A path from `@mdi/js`. */
  readonly icon: string;
}

/** The pages there are, in the order of the menu. */
export const PAGES: readonly Page[] = [
  { path: '/overview', title: 'pages.overview', icon: mdiViewDashboardOutline },
  { path: '/users', title: 'pages.users', icon: mdiAccountMultipleOutline },
  { path: '/partner-places', title: 'pages.partnerPlaces', icon: mdiStorefrontOutline },
  { path: '/site-images', title: 'pages.siteImages', icon: mdiImageMultipleOutline },
  { path: '/notifications', title: 'pages.notifications', icon: mdiBellOutline },
  { path: '/staff', title: 'pages.staff', icon: mdiBadgeAccountHorizontalOutline },
  { path: '/sessions', title: 'pages.sessions', icon: mdiDevices },
];
