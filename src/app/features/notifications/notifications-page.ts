import { Component, computed, DestroyRef, effect, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { mdiBellOutline, mdiCheckAll } from '@mdi/js';
import type { Notification } from '#contract/notifications';
import { T } from '../../core/i18n/texts';
import { NotificationsAbsence } from '../../core/live/notifications-absence';
import { LeftRows } from '../../core/left-rows';
import { MarkRead } from '../../core/live/mark-read';
import { notificationPlace } from '../../core/live/notification-place';
import { UnreadCount } from '../../core/live/unread-count';
import { Shortcuts } from '../../core/shortcuts/shortcuts';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { FreshnessRegistry, type FreshPanel } from '../../ui/freshness';
import { FreshnessChip } from '../../ui/freshness-chip';
import { Icon } from '../../ui/icon';
import { NotificationItem } from '../../ui/notification-item';
import { Pill } from '../../ui/pill';
import { SkeletonRows } from '../../ui/skeleton-rows';
import { stepRow } from '../../ui/step-row';
import { Toasts } from '../../ui/toasts';
import { CalmRows } from './calm-rows';
import { NotificationsStore } from './notifications-store';

const MORE = 100;

/** What one was told, unread first, live, in step with one's other tabs and devices. */
@Component({
  selector: 'app-notifications-page',
  imports: [EmptyState, ErrorState, FreshnessChip, Icon, NotificationItem, Pill, SkeletonRows, T],
  providers: [NotificationsStore],
  templateUrl: './notifications-page.html',
  styleUrl: './notifications-page.scss',
})
export class NotificationsPage {
  protected readonly absence = inject(NotificationsAbsence);
  protected readonly store = inject(NotificationsStore);
  protected readonly unread = inject(UnreadCount);
  private readonly marks = new MarkRead(inject(Toasts));
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');
  private readonly more = viewChild<ElementRef<HTMLElement>>('more');

  protected readonly icons = { none: mdiBellOutline, readAll: mdiCheckAll };
  protected readonly placeOf = notificationPlace;
  protected readonly panel: FreshPanel = {
    id: 'notifications',
    name: 'pages.notifications',
    freshness: this.store.freshness,
    isOffered: computed(() => !this.absence.isRefused()),
  };
  protected readonly calm = new CalmRows(computed(() => this.store.view()?.rows ?? []));
  protected readonly busy = signal<ReadonlySet<string>>(new Set());
  protected readonly isMarkingAll = signal(false);
  protected readonly hasNoneToMark = computed(() => this.unread.count() === 0 || this.isMarkingAll());
  /** Why there is nothing to show; a server that does not answer at all leaves no reason of its own. */
  protected readonly failure = computed(() => this.store.failure() ?? (this.doubt() ? { code: 'NETWORK' } : null));
  /** What the rows on the screen lack, in a word below them. */
  protected readonly doubt = computed(() => {
    const { state } = this.store.freshness();
    return state === 'stale' || state === 'offline' ? state : null;
  });

  constructor() {
    inject(FreshnessRegistry).register(this.panel);
    inject(Shortcuts).register('pages.notifications', [
      { key: 'j', label: 'notifications.keys.next', run: () => stepRow(this.list()?.nativeElement, 1) },
      { key: 'k', label: 'notifications.keys.previous', run: () => stepRow(this.list()?.nativeElement, -1) },
      { key: 'm', label: 'notifications.keys.mark', run: () => void this.readFocused() },
      { key: 'Enter', label: 'notifications.keys.open' },
      { key: 'a', label: 'notifications.keys.markAll', run: () => void this.readAll() },
    ]);
    const left = inject(LeftRows);
    effect(() => {
      const wanted = left.wanted();
      if (wanted && this.store.view()?.isEnd === false) this.store.need(wanted.index + MORE);
    });
    // Whoever scrolls to the end finds more there.
    const end = new IntersectionObserver(([entry]) => entry?.isIntersecting && this.loadMore());
    effect((onCleanup) => {
      const more = this.more()?.nativeElement;
      if (!more) return;
      end.observe(more);
      onCleanup(() => end.unobserve(more));
    });
    inject(DestroyRef).onDestroy(() => end.disconnect());
  }

  protected loadMore(): void {
    this.store.need((this.store.view()?.rows.length ?? 0) + MORE);
  }

  protected async read(row: Notification): Promise<void> {
    if (row.isRead || this.busy().has(row.id)) return;
    this.busy.update((ids) => new Set(ids).add(row.id));
    const read = await this.marks.one(row);
    this.busy.update((ids) => new Set([...ids].filter((id) => id !== row.id)));
    if (!read) return;
    this.store.applyLocalResult({ change: { kind: 'updated', row: read } }, () => undefined);
    this.unread.ask();
  }

  protected async readAll(): Promise<void> {
    if (this.hasNoneToMark()) return;
    this.isMarkingAll.set(true);
    if (await this.marks.all()) {
      this.store.check();
      this.unread.ask();
    }
    this.isMarkingAll.set(false);
  }

  /** Enter on a row goes where its link does; on what is within the row, it is that one's. */
  protected open(event: Event): void {
    if (event.target instanceof HTMLElement && event.target === event.currentTarget) event.target.querySelector('a')?.click();
  }

  private async readFocused(): Promise<void> {
    const id = this.list()?.nativeElement.querySelector<HTMLElement>('[data-id]:focus-within, [data-id]:focus')?.dataset['id'];
    const row = this.calm.shown().find((other) => other.id === id);
    if (row) await this.read(row);
  }
}
