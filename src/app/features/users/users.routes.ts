import type { Routes } from '@angular/router';

/** `/users`. */
export const usersRoutes: Routes = [{ path: '', loadComponent: () => import('./users-page').then((file) => file.UsersPage) }];
