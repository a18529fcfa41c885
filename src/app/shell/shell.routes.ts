import type { Routes } from '@angular/router';
import { provideRealtime } from '../core/realtime/provide-realtime';
import { Shell } from './shell';

/** The signed-in part of the product. Live connections begin here, so that the sign-in page carries no socket code. */
export const shellRoutes: Routes = [
  {
    path: '',
    component: Shell,
    providers: [provideRealtime()],
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'users' },
      { path: 'users', loadChildren: () => import('../features/users/users.routes').then((file) => file.usersRoutes) },
    ],
  },
];
