import { Component, computed, DestroyRef, type ElementRef, inject, input, linkedSignal, output, viewChild } from '@angular/core';
import { mdiClose, mdiFilterVariant, mdiMagnify, mdiSort, mdiTrayArrowDown, mdiViewColumnOutline } from '@mdi/js';
import { type PublicUser, USER_SEARCH_MAX, USER_STATUSES, type UsersQuery } from '#contract/users';
import type { ListView } from '@moien/live/engine';
import { LocalNumber } from '../../core/i18n/formats';
import { T } from '../../core/i18n/texts';
import type { FreshPanel } from '../../ui/freshness';
import { FreshnessChip } from '../../ui/freshness-chip';
import { Icon } from '../../ui/icon';
import { LatePart, type LoadPart } from '../../ui/late-part';
import { overLimit } from '../../ui/over-limit';
import { Popover } from '../../ui/popover';
import { type Segment, Segments } from '../../ui/segments';
import { SORTABLE } from './columns/columns';
import { totalText } from './total-text';
import { UsersAddress, type UserStatus } from './users-address';

/** So long after the last letter the server is asked. */
const PAUSE_MS = 200;

const STATUSES = (['all', ...USER_STATUSES] as const).map((value): Segment<UserStatus | 'all'> => ({ value, label: `users.status.${value}` }));

const loadFilters: LoadPart = async () => (await import('./tools')).FiltersPanel;
const loadColumns: LoadPart = async () => (await import('./tools')).ColumnsPanel;

/** What to show of all users, how many those are, and how fresh. */
@Component({
  selector: 'app-users-toolbar',
  imports: [FreshnessChip, Icon, LatePart, LocalNumber, Popover, Segments, T],
  templateUrl: './users-toolbar.html',
  styleUrl: './users-toolbar.scss',
})
export class UsersToolbar {
  protected readonly address = inject(UsersAddress);
  readonly view = input.required<ListView<PublicUser, UsersQuery> | undefined>();
  readonly panel = input.required<FreshPanel>();
  readonly exportWanted = output();

  private readonly search = viewChild.required<ElementRef<HTMLInputElement>>('search');
  private pause: ReturnType<typeof setTimeout> | undefined;
  protected readonly icons = {
    clear: mdiClose,
    columns: mdiViewColumnOutline,
    export: mdiTrayArrowDown,
    filters: mdiFilterVariant,
    search: mdiMagnify,
    sort: mdiSort,
  };
  protected readonly loadFilters = loadFilters;
  protected readonly loadColumns = loadColumns;
  /** For where there is no room for the headers of all columns. */
  protected readonly sortable = SORTABLE;
  protected readonly statuses = STATUSES;
  /** As typed; when the address says something else (Back, a link), that. */
  protected readonly text = linkedSignal<string, string>({
    source: () => this.address.query().q ?? '',
    computation: (q, previous) => (previous?.value.trim() === q ? previous.value : q),
  });
  /** What is too long to be searched for stays as it is, and is not searched for. */
  protected readonly over = computed(() => overLimit(this.text(), USER_SEARCH_MAX));
  protected readonly total = computed(() => {
    const total = this.view()?.total;
    return total && totalText(total);
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.pause));
  }

  focusSearch(): void {
    const { nativeElement } = this.search();
    nativeElement.focus();
    nativeElement.select();
  }

  protected type(text: string): void {
    this.text.set(text);
    clearTimeout(this.pause);
    if (!this.over()) this.pause = setTimeout(() => this.address.search(text), PAUSE_MS);
  }

  protected searchNow(text: string): void {
    clearTimeout(this.pause);
    this.text.set(text);
    if (!this.over()) this.address.search(text);
  }

  protected sortBy(value: string): void {
    const column = SORTABLE.find(({ sort }) => sort === value);
    if (column) this.address.sort(column.sort);
  }

  protected clear(): void {
    this.searchNow('');
    this.focusSearch();
  }
}
