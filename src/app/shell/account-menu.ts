import { Component, inject } from '@angular/core';
import { mdiLogoutVariant, mdiRefresh } from '@mdi/js';
import { shownName } from '#contract/visible-text';
import { isolated } from '../core/i18n/isolated';
import { T } from '../core/i18n/texts';
import { Session } from '../core/session/session';
import { Updates } from '../core/updates';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { Popover } from '../ui/popover';

/** Who is signed in, and the way out. */
@Component({
  selector: 'app-account-menu',
  imports: [Avatar, Icon, Popover, T],
  template: `
    @if (session.admin(); as admin) {
      @let name = isolated(shownName(admin.name, admin.email));
      <app-popover [label]="'shell.account' | t: { name }">
        <span trigger>
          <span class="visually-hidden">{{ 'shell.account' | t: { name } }}</span>
          <app-avatar [name]="shownName(admin.name, admin.email)" [photoUrl]="admin.photoUrl" />
        </span>
        <ng-template #content>
          <div class="who">
            <app-avatar [name]="shownName(admin.name, admin.email)" [photoUrl]="admin.photoUrl" />
            <p>
              <strong dir="auto">{{ name }}</strong>
              <bdi dir="ltr">{{ admin.email }}</bdi>
            </p>
          </div>
          @if (updates.available()) {
            <button type="button" class="button primary" (click)="updates.reload()"><app-icon [path]="icons.reload" />{{ 'reload.now' | t }}</button>
          }
          <button type="button" class="button" (click)="session.signOut()"><app-icon [path]="icons.signOut" directional />{{ 'shell.signOut' | t }}</button>
        </ng-template>
      </app-popover>
    }
  `,
  styles: `
    .who {
      --avatar-size: 2.5rem;

      display: flex;
      align-items: center;
      gap: var(--s3);
      margin-block-end: var(--s4);
    }

    p {
      display: grid;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }

    bdi {
      color: var(--ink-2);
      font: var(--text-s);
    }

    .button {
      inline-size: 100%;
    }

    .primary {
      margin-block-end: var(--s2);
    }
  `,
})
export class AccountMenu {
  protected readonly session = inject(Session);
  protected readonly updates = inject(Updates);
  protected readonly shownName = shownName;
  protected readonly isolated = isolated;
  protected readonly icons = { reload: mdiRefresh, signOut: mdiLogoutVariant };
}
