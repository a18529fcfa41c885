import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { mdiDotsHorizontal, mdiEmailCheckOutline, mdiEmailOutline, mdiFileAlertOutline, mdiPhoneCheckOutline, mdiPhoneOutline } from '@mdi/js';
import { type PublicUser, PublicUserPayload } from '#contract/users';
import { displayName, isVisible } from '#contract/visible-text';
import * as v from 'valibot';
import { Ago, Formats, LocalDate } from '../../../core/i18n/formats';
import { isolated } from '../../../core/i18n/isolated';
import { T } from '../../../core/i18n/texts';
import { Avatar } from '../../../ui/avatar';
import { Icon } from '../../../ui/icon';
import { StatusChip } from '../../../ui/status-chip';
import { UsersStore } from '../users-store';
import { changedColumns, colIndex, COL_COUNT, type ColumnId } from '../columns/columns';
import type { GridLayout } from '../columns/grid-layout';

/** One user in the grid. Draws itself anew only when its user object is another; in the course of time it may draw one user after another. */
@Component({
  selector: 'app-user-row',
  imports: [Ago, Avatar, Icon, LocalDate, NgTemplateOutlet, StatusChip, T],
  templateUrl: './user-row.html',
  styleUrl: './user-row.scss',
  host: {
    role: 'row',
    class: 'cells',
    '[attr.data-id]': 'user().id',
    '[attr.aria-rowindex]': 'index() + 2',
    '[attr.tabindex]': 'isTabStop() ? 0 : -1',
    '[attr.aria-current]': 'isOpen() || null',
    '[attr.aria-busy]': 'isBusy() || null',
    '[attr.aria-selected]': 'isSelected()',
    '[class.compact]': 'layout().isCompact',
    '[class.new]': 'isNew()',
    '[class.gone]': 'isGone()',
  },
})
export class UserRow {
  private readonly formats = inject(Formats);
  private readonly store = inject(UsersStore);
  readonly user = input.required<PublicUser>();
  /** Its place in the list. */
  readonly index = input.required<number>();
  readonly layout = input.required<GridLayout>();
  readonly isTabStop = input.required<boolean>();
  readonly isBusy = input.required<boolean>();
  readonly isOpen = input.required<boolean>();
  readonly isSelected = input.required<boolean>();
  /** The list has them no more; they stand here for as long as somebody is at the list. */
  readonly isGone = input.required<boolean>();

  protected readonly icons = {
    menu: mdiDotsHorizontal,
    email: mdiEmailOutline,
    emailVerified: mdiEmailCheckOutline,
    unusual: mdiFileAlertOutline,
    phone: mdiPhoneOutline,
    phoneVerified: mdiPhoneCheckOutline,
  };
  protected readonly displayName = displayName;
  protected readonly isolated = isolated;
  protected readonly colIndex = colIndex;
  protected readonly colCount = COL_COUNT;
  protected readonly country = computed(() => this.formats.country(this.user().countryCode) ?? this.user().countryName);
  /** Rows of older versions break today's rules, or lack what belongs in them: they are shown as they are, and marked. */
  protected readonly isOdd = computed(() => !v.is(PublicUserPayload, this.user()) || !isVisible(this.user().fullName));
  protected readonly isNew = computed(() => this.store.isNew(this.user().id));
  /** What changed last, and whether that was an odd change: a mark that stands already starts again under another name. */
  private readonly changes = linkedSignal<PublicUser, { readonly columns: ReadonlySet<ColumnId>; readonly odd: boolean }>({
    source: this.user,
    computation: (user, previous) => ({
      // The element may have been another user's until now.
      columns: previous?.source.id === user.id ? changedColumns(previous.source, user) : new Set(),
      odd: previous?.value.odd === false,
    }),
  });

  protected mark(column: ColumnId): 'odd' | 'even' | null {
    const { columns, odd } = this.changes();
    if (!columns.has(column)) return null;
    return odd ? 'odd' : 'even';
  }
}
