import { Component, computed, type ElementRef, inject, viewChild } from '@angular/core';
import { Server } from '../../core/api/server';
import { Shortcuts } from '../../core/shortcuts/shortcuts';
import { T } from '../../core/i18n/texts';
import { CheckedAt } from '../../ui/checked-at';
import { ErrorState } from '../../ui/error-state';
import { SkeletonRows } from '../../ui/skeleton-rows';
import { stepRow } from '../../ui/step-row';
import { SessionActions } from './session-actions';
import { SessionRow } from './session-row';
import { SessionsStore } from './sessions-store';

/** Where the admin is signed in, and the way to end that. */
@Component({
  selector: 'app-sessions-page',
  imports: [CheckedAt, ErrorState, SessionRow, SkeletonRows, T],
  providers: [SessionsStore, SessionActions],
  templateUrl: './sessions-page.html',
  styleUrl: './sessions-page.scss',
})
export class SessionsPage {
  protected readonly server = inject(Server);
  protected readonly store = inject(SessionsStore);
  protected readonly actions = inject(SessionActions);
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');

  /** Where no row says that it is this sign-in, "all others" cannot be told from it. */
  protected readonly isSelfKnown = computed(() => this.store.rows()?.some(({ current }) => current) ?? false);
  /** There is nothing to end, or it is being ended. */
  protected readonly hasNoOthers = computed(() => this.actions.others().length === 0 || this.actions.isEndingAll());

  constructor() {
    inject(Shortcuts).register('pages.sessions', [
      { key: 'r', label: 'checked.again', run: () => this.store.check() },
      { key: 'j', label: 'sessions.keys.next', run: () => stepRow(this.list()?.nativeElement, 1) },
      { key: 'k', label: 'sessions.keys.previous', run: () => stepRow(this.list()?.nativeElement, -1) },
    ]);
  }
}
