import type { Routes } from '@angular/router';
import { SHELL_TEXTS, withTexts } from './core/i18n/text-part';
import type { MessageKey } from './core/i18n/translations';
import { signedIn } from './core/session/guards';

/** `canMatch` decides before a chunk is fetched: who is not signed in loads neither pages nor socket code. */
export const routes: Routes = [
  { path: 'login', loadChildren: () => import('./features/login/login.routes').then((file) => file.loginRoutes) },
  { path: '', canMatch: [signedIn], loadChildren: withTexts(SHELL_TEXTS, () => import('./shell/shell.routes').then((file) => file.shellRoutes)) },
  { path: '**', title: 'notFound.title' satisfies MessageKey, loadComponent: () => import('./aside').then((file) => file.NotFound) },
];
