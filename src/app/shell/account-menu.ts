import { Component, computed, inject } from '@angular/core';
import { mdiLogoutVariant } from '@mdi/js';
import { T, Texts } from '../core/i18n/texts';
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
      <app-popover [label]="label()">
        <app-avatar trigger [name]="admin.name" [photoUrl]="admin.photoUrl" />
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
  private readonly texts = inject(Texts);
  protected readonly icon = mdiLogoutVariant;
  protected readonly label = computed(() => this.texts.get('shell.account', { name: this.session.admin()?.name ?? '' }));
}
