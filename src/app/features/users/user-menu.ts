import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, inject, input } from '@angular/core';
import { mdiDotsHorizontal } from '@mdi/js';
import type { PublicUser } from '#contract/users';
import { isolated } from '../../core/i18n/isolated';
import { T } from '../../core/i18n/texts';
import { Icon } from '../../ui/icon';
import { UserDialogs } from './dialogs/user-dialogs';
import { UsersAddress } from './users-address';

/** What can be done to a user, behind "…". */
@Component({
  selector: 'app-user-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon, T],
  template: `
    <button
      type="button"
      class="button quiet icon"
      [cdkMenuTriggerFor]="menu"
      [attr.tabindex]="isTabStop() ? 0 : -1"
      [attr.aria-label]="'users.actionsFor' | t: { name: isolated(user().fullName) }"
    >
      <app-icon [path]="icon" />
    </button>
    <ng-template #menu>
      <div cdkMenu class="menu">
        <button type="button" cdkMenuItem (cdkMenuItemTriggered)="address.open(user().id)">{{ 'users.action.open' | t }}</button>
        <button type="button" cdkMenuItem [cdkMenuItemDisabled]="isBusy()" (cdkMenuItemTriggered)="dialogs.rename(user())">
          {{ 'users.action.rename' | t }}
        </button>
        @if (user().isBanned) {
          <button type="button" cdkMenuItem [cdkMenuItemDisabled]="isBusy()" (cdkMenuItemTriggered)="dialogs.unban(user())">
            {{ 'users.action.unban' | t }}
          </button>
        } @else {
          <button type="button" cdkMenuItem [cdkMenuItemDisabled]="isBusy()" (cdkMenuItemTriggered)="dialogs.ban(user())">
            {{ 'users.action.ban' | t }}
          </button>
        }
        <button type="button" cdkMenuItem class="bad" [cdkMenuItemDisabled]="isBusy()" (cdkMenuItemTriggered)="dialogs.delete(user())">
          {{ 'users.action.delete' | t }}
        </button>
      </div>
    </ng-template>
  `,
  styleUrl: './user-menu.scss',
})
export class UserMenu {
  readonly user = input.required<PublicUser>();
  readonly isTabStop = input(true);
  readonly isBusy = input(false);

  protected readonly address = inject(UsersAddress);
  protected readonly dialogs = inject(UserDialogs);
  protected readonly icon = mdiDotsHorizontal;
  protected readonly isolated = isolated;
}
