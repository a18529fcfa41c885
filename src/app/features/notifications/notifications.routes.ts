import type { Routes } from '@angular/router';
import type { MessageKey } from '../../core/i18n/translations';
import { NotificationsPage } from './notifications-page';

/** `/notifications`. */
export const notificationsRoutes: Routes = [{ path: '', title: 'pages.notifications' satisfies MessageKey, component: NotificationsPage }];
