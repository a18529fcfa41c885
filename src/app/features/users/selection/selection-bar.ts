import { Component, computed, inject } from '@angular/core';
import { mdiClose } from '@mdi/js';
import { T, Texts } from '../../../core/i18n/texts';
import { Permissions } from '../../../core/session/permissions';
import { Icon } from '../../../ui/icon';
import { BulkActions } from '../bulk/bulk-actions';
import { UsersSelection } from './users-selection';

/** How many users are selected, what has become of them, and what can be done to them. It stands below the rows, so that it moves none. */
@Component({
  selector: 'app-selection-bar',
  imports: [Icon, T],
  template: `
    <p role="status">
      <strong>{{ 'users.selection.selected' | t: { count: standing().selected } }}</strong>
      @if (standing().unmatched; as count) {
        <span>{{ 'users.selection.unmatched' | t: { count } }}</span>
      }
      @if (standing().deleted; as count) {
        <span>{{ 'users.selection.deleted' | t: { count } }}</span>
      }
    </p>
    <div class="pair">
      @if (can().ban) {
        <button type="button" class="button" (click)="bulk.ban()">{{ 'users.action.ban' | t }}</button>
      }
      @if (can().unban) {
        <button type="button" class="button" (click)="bulk.unban()">{{ 'users.action.unban' | t }}</button>
      }
    </div>
    <div class="pair">
      @if (standing().selected > 0 && mayDelete()) {
        <button type="button" class="button danger" (click)="bulk.delete()">{{ 'users.action.delete' | t }}</button>
      }
      <button type="button" class="button quiet" (click)="selection.clear()"><app-icon [path]="icon" />{{ 'users.selection.clear' | t }}</button>
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s1) var(--s2);
      padding: var(--s1) var(--s2);
      padding-inline-start: var(--s4);
      border: 1px solid var(--accent);
      border-radius: var(--radius);
      background: var(--card);
    }

    p {
      display: flex;
      flex: 1 1 auto;
      flex-wrap: wrap;
      gap: 0 var(--s3);
      font-variant-numeric: tabular-nums;
    }

    span {
      color: var(--ink-2);
    }

    .button {
      padding-inline: var(--s3);

      --icon-size: 1.125rem;
    }
  `,
  host: { role: 'region', '[attr.aria-label]': "texts.get('users.selection.title')" },
})
export class SelectionBar {
  protected readonly texts = inject(Texts);
  protected readonly bulk = inject(BulkActions);
  protected readonly selection = inject(UsersSelection);
  protected readonly icon = mdiClose;
  protected readonly mayDelete = inject(Permissions).mayDelete;
  protected readonly standing = this.selection.standing;
  protected readonly can = computed(() => {
    const users = this.selection.users();
    return { ban: users.some(({ isBanned }) => !isBanned), unban: users.some(({ isBanned }) => isBanned) };
  });
}
