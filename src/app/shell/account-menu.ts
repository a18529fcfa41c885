import { Component, inject } from '@angular/core';
import { mdiLogoutVariant } from '@mdi/js';
import { T } from '../core/i18n/texts';
import { Session } from '../core/session/session';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { Popover } from '../ui/popover';

/** Who is signed in, and the way out. */
@Component({
  selector: 'app-account-menu',
  imports: [Avatar, Icon, Popover, T],
  template: `
    @if (session.admin(); as admin) {
      <app-popover [label]="'shell.account' | t: { name: admin.name }">
        <span trigger>
          <span class="visually-hidden">{{ 'shell.account' | t: { name: admin.name } }}</span>
          <app-avatar [name]="admin.name" [photoUrl]="admin.photoUrl" />
        </span>
        <div class="who">
          <app-avatar [name]="admin.name" [photoUrl]="admin.photoUrl" />
          <p>
            <strong dir="auto">{{ admin.name }}</strong>
            <bdi dir="ltr">{{ admin.email }}</bdi>
          </p>
        </div>
        <button type="button" class="button" (click)="session.signOut()"><app-icon [path]="icon" directional />{{ 'shell.signOut' | t }}</button>
      </app-popover>
    }
  `,
  styles: `
    .who {
      --avatar-size: 40px;

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
  `,
})
export class AccountMenu {
  protected readonly session = inject(Session);
  protected readonly icon = mdiLogoutVariant;
}
