import { Component, computed, type ElementRef, inject, viewChild } from '@angular/core';
import { mdiAccountSearchOutline, mdiPlus } from '@mdi/js';
import type { AdminStaffListed } from '#contract/admin-staff';
import { searchMatcher } from '#contract/search';
import { Server } from '../../core/api/server';
import { BusinessZone } from '../../core/i18n/business-zone';
import { T } from '../../core/i18n/texts';
import { Shortcuts } from '../../core/shortcuts/shortcuts';
import { CheckedAt } from '../../ui/checked-at';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Icon } from '../../ui/icon';
import { MisreadAddress } from '../../ui/misread-address';
import { type Segment, Segments } from '../../ui/segments';
import { SkeletonRows } from '../../ui/skeleton-rows';
import { stepRow } from '../../ui/step-row';
import { contractEnd } from './contract-end';
import { StaffActions } from './staff-actions';
import { STAFF_FILTERS, StaffAddress, type StaffFilter } from './staff-address';
import { StaffDialogs } from './staff-dialogs';
import { StaffRow } from './staff-row';
import { StaffStore } from './staff-store';

/** The dashboard's own accounts: made, banned, deleted. */
@Component({
  selector: 'app-staff-page',
  imports: [CheckedAt, EmptyState, ErrorState, Icon, MisreadAddress, Segments, SkeletonRows, StaffRow, T],
  providers: [StaffAddress, StaffStore, StaffActions, StaffDialogs],
  templateUrl: './staff-page.html',
  styleUrl: './staff-page.scss',
})
export class StaffPage {
  private readonly server = inject(Server);
  private readonly today = inject(BusinessZone).today;
  protected readonly address = inject(StaffAddress);
  protected readonly store = inject(StaffStore);
  protected readonly dialogs = inject(StaffDialogs);
  private readonly search = viewChild<ElementRef<HTMLInputElement>>('search');
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');

  protected readonly icons = { add: mdiPlus, unmatched: mdiAccountSearchOutline };
  private readonly found = computed(() => {
    const matches = searchMatcher(this.address.search());
    return this.store.rows()?.filter(({ name, email, jobTitle }) => matches(name, email, jobTitle));
  });
  /** What each filter would show, by its name. */
  private readonly shown = computed(() => {
    const found = this.found();
    return found && new Map(STAFF_FILTERS.map((filter) => [filter, found.filter((admin) => this.passes(admin, filter))]));
  });
  protected readonly filters = computed(() =>
    STAFF_FILTERS.filter((value) => this.isOffered(value)).map((value): Segment<StaffFilter> => ({
      value,
      label: `staff.filter.${value}`,
      args: { count: this.shown()?.get(value)?.length ?? 0 },
    })),
  );
  protected readonly rows = computed(() => this.shown()?.get(this.address.filter()));
  /** Nobody else could sign in: whoever is here has to stay. */
  protected readonly isAlone = computed(() => this.store.rows()?.filter(({ isBanned }) => !isBanned).length === 1);

  constructor() {
    inject(Shortcuts).register('pages.staff', [
      { key: '/', label: 'staff.keys.search', run: () => this.search()?.nativeElement.focus() },
      { key: 'n', label: 'staff.keys.create', run: () => void this.dialogs.create() },
      { key: 'j', label: 'staff.keys.next', run: () => stepRow(this.list()?.nativeElement, 1) },
      { key: 'k', label: 'staff.keys.previous', run: () => stepRow(this.list()?.nativeElement, -1) },
      { key: 'r', label: 'checked.again', run: () => this.store.check() },
    ]);
  }

  /** Where staff cannot be banned, all are active. A link may ask for a filter all the same. */
  private isOffered(filter: StaffFilter): boolean {
    const isOfBans = filter === 'active' || filter === 'banned';
    return !isOfBans || this.server.can('ban-staff') || filter === this.address.filter() || (this.store.rows() ?? []).some(({ isBanned }) => isBanned);
  }

  private passes({ isBanned, contractValidUntil }: AdminStaffListed, filter: StaffFilter): boolean {
    switch (filter) {
      case 'all':
        return true;
      case 'active':
        return !isBanned;
      case 'banned':
        return isBanned;
      case 'ending':
        return ['ending', 'ended'].includes(contractEnd(contractValidUntil, this.today()).state);
    }
  }
}
