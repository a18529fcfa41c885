import type { Routes } from '@angular/router';
import type { MessageKey } from '../../core/i18n/translations';
import { UsersPage } from './users-page';

/** `/users`. */
export const usersRoutes: Routes = [{ path: '', title: 'users.title' satisfies MessageKey, component: UsersPage }];
