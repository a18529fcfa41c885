import type { Routes } from '@angular/router';
import type { MessageKey } from './core/i18n/translations';
import { signedIn, signedOut } from './core/session/guards';

/** Guards decide before a chunk is fetched (`canMatch`): who is not signed in loads neither pages nor socket code. */
export const routes: Routes = [
  {
    path: 'login',
    title: 'login.title' satisfies MessageKey,
    canActivate: [signedOut],
    loadComponent: () => import('./features/login/login').then((file) => file.Login),
  },
  { path: '', canMatch: [signedIn], loadChildren: () => import('./shell/shell.routes').then((file) => file.shellRoutes) },
  { path: '**', title: 'notFound.title' satisfies MessageKey, loadComponent: () => import('./features/not-found/not-found').then((file) => file.NotFound) },
];
