import { Component, DestroyRef, effect, type ElementRef, inject, signal, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Notification } from '#contract/notifications';
import type { Subscription } from 'rxjs';
import { type ApiError, toApiError } from '../../core/api/api-error';
import { NotificationsApi } from '../../core/api/notifications-api';
import { ErrorTexts } from '../../core/i18n/error-texts';
import { T } from '../../core/i18n/texts';
import { MarkRead } from '../../core/live/mark-read';
import { notificationPlace } from '../../core/live/notification-place';
import { UnreadCount } from '../../core/live/unread-count';
import { NotificationItem } from '../../ui/notification-item';
import { Toasts } from '../../ui/toasts';

/** As many as are seen at a glance; the page has the rest. */
const SHOWN = 6;

/** What the bell discloses: the latest, unread first, asked for again whenever the count was. */
@Component({
  selector: 'app-latest-notifications',
  imports: [NotificationItem, RouterLink, T],
  template: `
    <div #box class="box">
      @if (rows(); as rows) {
        <ul>
          @for (row of rows; track row.id) {
            <li>
              <app-notification-item [notification]="row" [place]="placeOf(row)" [isBusy]="busy() === row.id" (marked)="read(row)" (followed)="follow(row)" />
            </li>
          } @empty {
            <li class="none">{{ 'notification.none' | t }}</li>
          }
        </ul>
      }
      @if (failure(); as failure) {
        <p class="none" role="alert">{{ errorTexts.get(failure) }}</p>
        <button type="button" class="button" (click)="unread.ask()">{{ 'common.retry' | t }}</button>
      }
      <footer>
        <a class="button" routerLink="/notifications" (click)="close()">{{ 'notification.all' | t }}</a>
        @if (unread.count()) {
          <button type="button" class="button quiet" (click)="readAll()">{{ 'notification.markAllRead' | t }}</button>
        }
      </footer>
    </div>
  `,
  styles: `
    ul {
      max-block-size: min(60dvh, 30rem);
      margin: calc(-1 * var(--s3)) calc(-1 * var(--s4)) 0;
      overflow: auto;
    }

    li + li {
      border-block-start: 1px solid var(--line-soft);
    }

    .none {
      padding: var(--s4);
      color: var(--ink-2);
    }

    footer {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
      justify-content: space-between;
      margin-inline: calc(-1 * var(--s4));
      padding: var(--s3) var(--s4) 0;
      border-block-start: 1px solid var(--line-soft);
    }
  `,
})
export class LatestNotifications {
  private readonly api = inject(NotificationsApi);
  private readonly marks = new MarkRead(inject(Toasts));
  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');
  protected readonly unread = inject(UnreadCount);
  protected readonly errorTexts = inject(ErrorTexts);
  protected readonly placeOf = notificationPlace;
  protected readonly rows = signal<readonly Notification[] | undefined>(undefined);
  protected readonly failure = signal<ApiError | null>(null);
  protected readonly busy = signal<string | null>(null);
  private request: Subscription | undefined;

  constructor() {
    effect(() => {
      this.unread.version();
      untracked(() => this.load());
    });
    inject(DestroyRef).onDestroy(() => this.request?.unsubscribe());
  }

  protected async read(row: Notification): Promise<void> {
    this.busy.set(row.id);
    const read = await this.marks.one(row);
    this.busy.set(null);
    if (!read) return;
    this.rows.update((rows) => rows?.map((other) => (other.id === read.id ? read : other)));
    this.unread.ask();
  }

  protected async readAll(): Promise<void> {
    if (await this.marks.all()) this.unread.ask();
  }

  protected follow(row: Notification): void {
    this.close();
    if (!row.isRead) void this.read(row);
  }

  protected close(): void {
    this.box().nativeElement.closest<HTMLElement>('[popover]')?.hidePopover();
  }

  private load(): void {
    this.request?.unsubscribe();
    this.request = this.api.list(null, SHOWN).subscribe({
      next: ({ data }) => {
        this.rows.set(data);
        this.failure.set(null);
      },
      error: (error: unknown) => this.failure.set(toApiError(error)),
    });
  }
}
