import { Component } from '@angular/core';
import { SkeletonRows } from '../../ui/skeleton-rows';

/** The users of the platform, live. */
@Component({
  selector: 'app-users-page',
  imports: [SkeletonRows],
  template: `<app-skeleton-rows />`,
})
export class UsersPage {}
