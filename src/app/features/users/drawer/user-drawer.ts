import { InputModalityDetector } from '@angular/cdk/a11y';
import { afterRenderEffect, Component, computed, type ElementRef, inject, input, viewChild } from '@angular/core';
import { mdiAccountOffOutline, mdiCheck, mdiClose, mdiMinus } from '@mdi/js';
import { displayName } from '#contract/visible-text';
import { Server } from '../../../core/api/server';
import { Formats, LocalDate } from '../../../core/i18n/formats';
import { T } from '../../../core/i18n/texts';
import { Permissions } from '../../../core/session/permissions';
import { PageCommands } from '../../../core/shortcuts/page-commands';
import { Avatar } from '../../../ui/avatar';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorState } from '../../../ui/error-state';
import { Icon } from '../../../ui/icon';
import { RecordBegins } from '../../../ui/record-begins';
import { SkeletonRows } from '../../../ui/skeleton-rows';
import { StatusChip } from '../../../ui/status-chip';
import { userCommands } from '../dialogs/user-commands';
import { UserDialogs } from '../dialogs/user-dialogs';
import { UserActions } from '../user-actions';
import { UsersAddress } from '../users-address';
import { UserDetails } from './user-details';
import { UserHistory } from './user-history';

/** One user in full, beside the list or (where there is no room) over it. */
@Component({
  selector: 'app-user-drawer',
  imports: [Avatar, EmptyState, ErrorState, Icon, LocalDate, RecordBegins, SkeletonRows, StatusChip, T, UserHistory],
  providers: [UserDetails],
  templateUrl: './user-drawer.html',
  styleUrl: './user-drawer.scss',
  host: { role: 'region', 'aria-labelledby': 'user-drawer-title' },
})
export class UserDrawer {
  protected readonly server = inject(Server);
  protected readonly mayDelete = inject(Permissions).mayDelete;
  protected readonly address = inject(UsersAddress);
  private readonly formats = inject(Formats);
  private readonly modality = inject(InputModalityDetector);
  protected readonly details = inject(UserDetails);
  protected readonly dialogs = inject(UserDialogs);
  protected readonly actions = inject(UserActions);
  /** It covers the list: the focus has nowhere else to be. */
  readonly isOver = input.required<boolean>();

  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  protected readonly icons = { close: mdiClose, gone: mdiAccountOffOutline, no: mdiMinus, yes: mdiCheck };
  protected readonly user = this.details.user;
  protected readonly name = computed(() => {
    const user = this.user();
    return user && displayName(user);
  });
  protected readonly isBusy = computed(() => this.actions.busy().has(this.address.user() ?? ''));
  protected readonly country = computed(() => {
    const user = this.user();
    return user && (this.formats.country(user.countryCode) ?? user.countryName);
  });

  constructor() {
    inject(PageCommands).register(() => {
      const user = this.user();
      return user && !this.details.isGone() && !this.isBusy() ? userCommands(user, this.dialogs, this.mayDelete()) : undefined;
    });
    afterRenderEffect(() => {
      this.address.user();
      // Who opened it by keyboard goes on in it; a pointer stays where it is.
      if (this.isOver() || this.modality.mostRecentModality === 'keyboard') this.title().nativeElement.focus();
    });
  }
}
