import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiCheck } from '@mdi/js';
import type { Notification } from '#contract/notifications';
import { Ago, LocalDate } from '../core/i18n/formats';
import { isolated } from '../core/i18n/isolated';
import { notificationText } from '../core/i18n/notification-text';
import { T, Texts } from '../core/i18n/texts';
import { Icon } from './icon';

/** One notification: what happened, in the reader's language where its type is known, and the way there. Unread is said, not only coloured. */
@Component({
  selector: 'app-notification-item',
  imports: [Ago, Icon, LocalDate, RouterLink, T],
  template: `
    <i aria-hidden="true"></i>
    <div>
      <p dir="auto">
        @if (!notification().isRead) {
          <span class="visually-hidden">{{ 'notification.unread' | t }}</span>
        }
        @if (place(); as place) {
          <a [routerLink]="place.path" [queryParams]="place.queryParams" (click)="followed.emit()">{{ text() }}</a>
        } @else {
          {{ text() }}
        }
      </p>
      @if (body(); as body) {
        <p class="body" dir="auto">{{ body }}</p>
      }
      <time [attr.datetime]="notification().createdAt" [title]="notification().createdAt | localDate: 'moment'">{{ notification().createdAt | ago }}</time>
    </div>
    @if (!notification().isRead) {
      <button
        type="button"
        class="button quiet icon"
        [attr.aria-disabled]="isBusy()"
        [attr.aria-label]="('notification.markRead' | t) + ': ' + isolated(text())"
        [attr.title]="'notification.markRead' | t"
        (click)="isBusy() || marked.emit()"
      >
        <app-icon [path]="icon" />
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 0.5rem minmax(0, 1fr) auto;
      gap: var(--s3);
      align-items: start;
      padding: var(--s3) var(--s4);
      color: var(--ink-2);
    }

    i {
      inline-size: 0.5rem;
      block-size: 0.5rem;
      margin-block-start: 0.375rem;
      border-radius: var(--round);
    }

    :host(.unread) {
      color: var(--ink);
      font-weight: 600;
    }

    :host(.unread) i {
      background: var(--accent);
    }

    p {
      overflow-wrap: anywhere;
    }

    a {
      color: inherit;
      text-decoration-color: var(--ink-3);
      text-underline-offset: 3px;
    }

    a:hover {
      color: var(--accent);
    }

    .body {
      color: var(--ink-2);
      font-weight: 400;
    }

    time {
      color: var(--ink-3);
      font: var(--text-s);
    }

    .button {
      block-size: 2rem;
      min-block-size: 2rem;
      inline-size: 2rem;
    }

    @media (forced-colors: active) {
      :host(.unread) i {
        background: CanvasText;
        forced-color-adjust: none;
      }
    }
  `,
  host: { '[class.unread]': '!notification().isRead' },
})
export class NotificationItem {
  private readonly texts = inject(Texts);
  readonly notification = input.required<Notification>();
  /** Where it leads; nowhere for what is gone. */
  readonly place = input<{ readonly path: string; readonly queryParams: Readonly<Record<string, string>> }>();
  readonly isBusy = input(false);
  readonly marked = output();
  readonly followed = output();

  protected readonly icon = mdiCheck;
  protected readonly isolated = isolated;
  private readonly message = computed(() => notificationText(this.notification()));
  protected readonly text = computed(() => {
    const message = this.message();
    return message ? this.texts.say(message) : this.notification().title;
  });
  /** Of types that this build does not know, the server's own words. */
  protected readonly body = computed(() => (this.message() ? '' : this.notification().body));
}
