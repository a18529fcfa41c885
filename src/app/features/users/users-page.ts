import { afterRenderEffect, Component, type ComponentRef, computed, DOCUMENT, inject, viewChild, ViewContainerRef } from '@angular/core';
import { mdiAccountPlusOutline, mdiAccountSearchOutline } from '@mdi/js';
import type { PublicUser } from '#contract/users';
import { T } from '../../core/i18n/texts';
import { Media } from '../../core/media';
import { Permissions } from '../../core/session/permissions';
import { keepsLetters } from '../../core/shortcuts/key-press';
import { PageCommands } from '../../core/shortcuts/page-commands';
import { Shortcuts } from '../../core/shortcuts/shortcuts';
import { Dialogs } from '../../ui/dialogs';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { FreshnessRegistry, type FreshPanel } from '../../ui/freshness';
import { LatePart, type LoadPart } from '../../ui/late-part';
import { MisreadAddress } from '../../ui/misread-address';
import { SkeletonRows } from '../../ui/skeleton-rows';
import { Toasts } from '../../ui/toasts';
import { BulkActions } from './bulk/bulk-actions';
import { ColumnChoice } from './columns/column-choice';
import { userCommands } from './dialogs/user-commands';
import { UserDialogs } from './dialogs/user-dialogs';
import type { ExportData } from './export/export-dialog';
import type { UserMenu } from './menu/user-menu';
import { UsersGrid } from './grid/users-grid';
import { PrintNote } from './print-note';
import { SelectionBar } from './selection/selection-bar';
import { UsersSelection } from './selection/users-selection';
import { UserActions } from './user-actions';
import { UsersAddress } from './users-address';
import { UsersStore } from './users-store';
import { UsersToolbar } from './users-toolbar';

const loadDrawer: LoadPart = async () => (await import('./late')).UserDrawer;

/** The users of the platform, live: found, looked at, changed. */
@Component({
  selector: 'app-users-page',
  imports: [EmptyState, ErrorState, LatePart, MisreadAddress, PrintNote, SelectionBar, SkeletonRows, T, UsersGrid, UsersToolbar],
  providers: [UsersAddress, UsersStore, UsersSelection, ColumnChoice, UserActions, UserDialogs, BulkActions],
  templateUrl: './users-page.html',
  styleUrl: './users-page.scss',
  host: { '(keydown.escape)': 'handleEscape($event)', '(pointermove)': 'prepare()', '(focusin)': 'prepare()', '(window:afterprint)': 'offerExport()' },
})
export class UsersPage {
  protected readonly address = inject(UsersAddress);
  protected readonly store = inject(UsersStore);
  private readonly selection = inject(UsersSelection);
  protected readonly actions = inject(UserActions);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly document = inject(DOCUMENT);
  private readonly toolbar = viewChild.required(UsersToolbar);
  protected readonly grid = viewChild(UsersGrid);
  private readonly menuPlace = viewChild.required('menuPlace', { read: ViewContainerRef });

  protected readonly drawer = loadDrawer;
  protected readonly icons = { none: mdiAccountPlusOutline, unmatched: mdiAccountSearchOutline };
  protected readonly panel: FreshPanel = { id: 'users', name: 'pages.users', freshness: this.store.freshness };
  /** More is known than the link asks for: none of it is shown, nor exported. */
  protected readonly isMisread = computed(() => this.address.misread().length > 0);
  protected readonly isEmpty = computed(() => this.store.view()?.rows.length === 0);
  /** Why there is nothing to show; a server that does not answer at all leaves no reason of its own. */
  protected readonly failure = computed(() => {
    const { state } = this.store.freshness();
    return this.store.failure() ?? (state === 'stale' || state === 'offline' ? { code: 'NETWORK' } : null);
  });
  /** Whether there is anything to say about a selection. */
  protected readonly hasSelection = computed(() => this.selection.standing().selected + this.selection.standing().deleted > 0);
  /** Too narrow for list and details side by side. */
  protected readonly isNarrow = inject(Media).isNarrow;
  /** What the rows on the screen lack, in a word above them. */
  protected readonly doubt = computed(() => {
    const { state } = this.store.freshness();
    return this.store.view() && (state === 'stale' || state === 'offline') ? state : null;
  });

  private menu: ComponentRef<UserMenu> | undefined;
  private isPrepared = false;
  /** The user whose details were open last. */
  private opened: string | undefined;

  constructor() {
    afterRenderEffect(() => this.returnFocus());
    inject(FreshnessRegistry).register(this.panel);
    const userDialogs = inject(UserDialogs);
    const { mayDelete } = inject(Permissions);
    inject(PageCommands).register(() => {
      const user = this.grid()?.active();
      return user && !this.actions.busy().has(user.id) ? userCommands(user, userDialogs, mayDelete()) : undefined;
    });
    inject(Shortcuts).register('pages.users', [
      { key: '/', label: 'users.keys.search', run: () => this.toolbar().focusSearch() },
      { key: 'j', label: 'users.keys.next', run: () => this.grid()?.step(1) },
      { key: 'k', label: 'users.keys.previous', run: () => this.grid()?.step(-1) },
      { key: 'x', label: 'users.keys.select', run: () => this.grid()?.pickActive() },
      { key: ' ', label: 'users.keys.select' },
      { key: 'Enter', label: 'users.keys.open' },
      { key: 'Escape', label: 'users.keys.close' },
    ]);
  }

  /** Somebody is at the page: what they are about to open is fetched meanwhile. */
  protected prepare(): void {
    if (this.isPrepared) return;
    this.isPrepared = true;
    // What does not come now is asked for again, and complained of, once it is wanted.
    for (const load of [loadDrawer, () => this.dialogs.prepare()]) load().catch(() => (this.isPrepared = false));
  }

  protected async openMenu(button: HTMLElement, user: PublicUser): Promise<void> {
    const { UserMenu: menu } = await import('./late');
    if (!button.isConnected) return;
    this.menu ??= this.menuPlace().createComponent(menu);
    this.menu.instance.open(button, user);
  }

  /** Offers all rows after printing: paper has those in sight. */
  protected offerExport(): void {
    const { rows = [], isEnd = true } = this.store.view() ?? {};
    if (isEnd && rows.length === this.grid()?.drawn().length) return;
    this.toasts.offer({ key: 'users.print.partial' }, { label: 'users.export.action', run: () => void this.export() });
  }

  /** Writes all that the address asks for into a file. */
  protected async export(): Promise<void> {
    if (this.isMisread()) return;
    const view = this.store.view();
    await this.dialogs.open(async () => (await import('./export/export-dialog')).ExportDialog, {
      data: { query: this.address.query(), total: view && !view.isPrevious ? view.total : undefined } satisfies ExportData,
      ariaModal: true,
      ariaLabelledBy: 'export-title',
      autoFocus: '#export-start',
      width: 'min(27.5rem, 100vi - 2rem)',
    });
  }

  protected handleEscape(event: Event): void {
    if (this.address.user() !== undefined && !keepsLetters(event.target)) this.address.close();
  }

  /** Details that close while they have the focus give it to the row that was open. */
  private returnFocus(): void {
    const open = this.address.user();
    const closed = this.opened;
    this.opened = open;
    if (closed !== undefined && open === undefined && this.document.activeElement === this.document.body) this.grid()?.focusUser(closed);
  }
}
