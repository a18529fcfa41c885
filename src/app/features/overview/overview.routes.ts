import type { Routes } from '@angular/router';
import type { MessageKey } from '../../core/i18n/translations';
import { OverviewPage } from './overview-page';

/** `/overview`. */
export const overviewRoutes: Routes = [{ path: '', title: 'pages.overview' satisfies MessageKey, component: OverviewPage }];
