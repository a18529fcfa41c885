import { BreakpointObserver } from '@angular/cdk/layout';
import { Component, computed, inject, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { mdiAccountPlusOutline, mdiAccountSearchOutline } from '@mdi/js';
import { map } from 'rxjs';
import { T } from '../../core/i18n/texts';
import { keepsLetters } from '../../core/shortcuts/key-press';
import { Shortcuts } from '../../core/shortcuts/shortcuts';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { FreshnessRegistry, type FreshPanel } from '../../ui/freshness';
import { SkeletonRows } from '../../ui/skeleton-rows';
import { UserDrawer } from './drawer/user-drawer';
import { UserDialogs } from './dialogs/user-dialogs';
import { UsersGrid } from './grid/users-grid';
import { UserActions } from './user-actions';
import { UsersAddress } from './users-address';
import { UsersStore } from './users-store';
import { UsersToolbar } from './users-toolbar';

/** The users of the platform, live: found, looked at, changed. */
@Component({
  selector: 'app-users-page',
  imports: [EmptyState, ErrorState, SkeletonRows, T, UserDrawer, UsersGrid, UsersToolbar],
  providers: [UsersAddress, UsersStore, UserActions, UserDialogs],
  templateUrl: './users-page.html',
  styleUrl: './users-page.scss',
  host: { '(keydown.escape)': 'handleEscape($event)' },
})
export class UsersPage {
  protected readonly address = inject(UsersAddress);
  protected readonly store = inject(UsersStore);
  protected readonly actions = inject(UserActions);
  private readonly toolbar = viewChild.required(UsersToolbar);
  private readonly grid = viewChild(UsersGrid);

  protected readonly icons = { none: mdiAccountPlusOutline, unmatched: mdiAccountSearchOutline };
  protected readonly panel: FreshPanel = { id: 'users', name: 'pages.users', freshness: this.store.freshness };
  protected readonly isEmpty = computed(() => this.store.view()?.rows.length === 0);
  /** Why there is nothing to show; a server that does not answer at all leaves no reason of its own. */
  protected readonly failure = computed(() => {
    const { state } = this.store.freshness();
    return this.store.failure() ?? (state === 'stale' || state === 'offline' ? { code: 'NETWORK' } : null);
  });
  /** Too narrow for list and details side by side. */
  protected readonly isNarrow = toSignal(
    inject(BreakpointObserver)
      .observe('(width < 900px)')
      .pipe(map(({ matches }) => matches)),
    { requireSync: true },
  );
  /** What the rows on the screen lack, in a word above them. */
  protected readonly doubt = computed(() => {
    const { state } = this.store.freshness();
    return this.store.view() && (state === 'stale' || state === 'offline') ? state : null;
  });

  constructor() {
    inject(FreshnessRegistry).register(this.panel);
    inject(Shortcuts).register('pages.users', [
      { key: '/', label: 'users.keys.search', run: () => this.toolbar().focusSearch() },
      { key: 'j', label: 'users.keys.next', run: () => this.grid()?.step(1) },
      { key: 'k', label: 'users.keys.previous', run: () => this.grid()?.step(-1) },
      { key: 'Enter', label: 'users.keys.open' },
      { key: 'Escape', label: 'users.keys.close' },
    ]);
  }

  /** Back to the list, to the row that was open. */
  protected close(): void {
    const id = this.address.user();
    this.address.close();
    if (id !== undefined) this.grid()?.focusUser(id);
  }

  protected handleEscape(event: Event): void {
    if (this.address.user() !== undefined && !keepsLetters(event.target)) this.close();
  }
}
