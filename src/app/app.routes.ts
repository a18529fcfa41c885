import { inject } from '@angular/core';
import type { Routes } from '@angular/router';
import { Server } from './core/api/server';
import { SHELL_TEXTS } from './core/i18n/text-parts';
import { withTexts } from './core/i18n/with-texts';
import type { MessageKey } from './core/i18n/translations';
import { signedIn } from './core/session/guards';

/** `canMatch` decides before a chunk is fetched: who is not signed in loads neither pages nor socket code. */
export const routes: Routes = [
  { path: 'login', loadChildren: () => import('./features/login/login.routes').then((file) => file.loginRoutes) },
  { path: '', canMatch: [signedIn], loadChildren: withTexts(SHELL_TEXTS, loadShell) },
  { path: '**', title: 'notFound.title' satisfies MessageKey, loadComponent: () => import('./aside').then((file) => file.NotFound) },
];

/** The signed-in part, in the dialect of the server. */
async function loadShell(): Promise<Routes> {
  const isOurs = inject(Server).can('numbered-streams');
  const { shellRoutes } = await import('./shell/shell.routes');
  return shellRoutes(isOurs);
}
