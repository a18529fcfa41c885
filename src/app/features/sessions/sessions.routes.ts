import type { Routes } from '@angular/router';
import type { MessageKey } from '../../core/i18n/translations';
import { SessionsPage } from './sessions-page';

/** `/sessions`. */
export const sessionsRoutes: Routes = [{ path: '', title: 'pages.sessions' satisfies MessageKey, component: SessionsPage }];
