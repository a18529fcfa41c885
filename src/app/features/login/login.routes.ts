import type { Routes } from '@angular/router';
import type { MessageKey } from '../../core/i18n/translations';
import { signedOut } from '../../core/session/guards';
import { Login } from './login';

/** `/login`, for whoever is not signed in. */
export const loginRoutes: Routes = [{ path: '', title: 'login.title' satisfies MessageKey, canActivate: [signedOut], component: Login }];
