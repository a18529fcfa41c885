import type { Routes } from '@angular/router';
import type { MessageKey } from '../../core/i18n/translations';
import { StaffPage } from './staff-page';

/** `/staff`. */
export const staffRoutes: Routes = [{ path: '', title: 'pages.staff' satisfies MessageKey, component: StaffPage }];
