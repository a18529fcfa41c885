import { computed, inject, Service } from '@angular/core';
import { Session } from './session';

/** What a newer platform says that an account of staff may do; there are more, which concern no page of ours. */
export type Permission =
  'ADMIN_DASHBOARD' | 'ADMIN_USERS' | 'ADMIN_PROVIDERS' | 'ADMIN_SYSTEM_SETTINGS' | 'ADMIN_HERO_SETTINGS' | 'ADMIN_ABOUT_IMAGES' | 'ADMIN_CAN_DELETE';

/** What the signed-in account may do. A server that tells no permissions allows everything, or refuses by itself. */
@Service()
export class Permissions {
  private readonly session = inject(Session);
  private readonly told = computed(() => this.session.admin()?.permissions);

  readonly mayDelete = computed(() => this.has('ADMIN_CAN_DELETE'));

  /** Reactive. */
  has(permission: Permission): boolean {
    return this.told()?.includes(permission) ?? true;
  }
}
