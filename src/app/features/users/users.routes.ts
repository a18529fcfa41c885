import type { Routes } from '@angular/router';
import type { MessageKey } from '../../core/i18n/translations';
import { UsersPage } from './users-page';

/** `/users`. */
export const usersRoutes: Routes = [{ path: '', title: 'pages.users' satisfies MessageKey, component: UsersPage }];
