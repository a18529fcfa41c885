import type { Routes } from '@angular/router';
import type { MessageKey } from '../core/i18n/translations';
import { Shell } from './shell';

/** The signed-in part of the product. Live connections begin here, so that the sign-in page carries no socket code. */
export const shellRoutes: Routes = [
  {
    path: '',
    component: Shell,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'users' },
      {
        path: 'users',
        title: 'users.title' satisfies MessageKey,
        loadChildren: () => import('../features/users/users.routes').then((file) => file.usersRoutes),
      },
    ],
  },
];
