import { Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { mdiBellOutline } from '@mdi/js';
import { LocalNumber } from '../../core/i18n/formats';
import { notificationText } from '../../core/i18n/notification-text';
import { T, Texts } from '../../core/i18n/texts';
import { UnreadCount } from '../../core/live/unread-count';
import { NotificationsSocket } from '../../core/realtime/notifications-socket';
import { Icon } from '../../ui/icon';
import { LatePart, type LoadPart } from '../../ui/late-part';
import { Popover } from '../../ui/popover';

/** How many notifications are unread, and on a press the latest. A new one is announced politely; the focus stays where it is. */
@Component({
  selector: 'app-bell',
  imports: [Icon, LatePart, LocalNumber, Popover, T],
  template: `
    <app-popover [label]="'pages.notifications' | t">
      <span trigger class="bell" [attr.title]="label()">
        <span class="visually-hidden">{{ label() }}</span>
        <app-icon [path]="icon" />
        @if (unread.count(); as count) {
          <span class="count" data-testid="unread-count" aria-hidden="true" [class.stale]="unread.isStale()">{{ count | localNumber }}</span>
        }
      </span>
      <ng-template #content>
        <app-late-part [load]="latest">{{ 'state.loading' | t }}</app-late-part>
      </ng-template>
    </app-popover>
    <span class="visually-hidden" role="status">{{ news() }}</span>
  `,
  styles: `
    .bell {
      position: relative;
      display: grid;
    }

    .count {
      position: absolute;
      inset-block-start: -0.4375rem;
      /* However many there are, it grows over the bell, not over its neighbour. */
      inset-inline-end: -0.5rem;
      min-inline-size: 1.125rem;
      padding-inline: 0.25rem;
      border: 1px solid var(--accent);
      border-radius: var(--round);
      background: var(--accent);
      color: var(--accent-ink);
      font: var(--text-xs);
      font-weight: 700;
      line-height: 1rem;
      text-align: center;
    }

    .stale {
      border-color: var(--warn);
      background: var(--page);
      color: var(--warn);
    }

    @media (forced-colors: active) {
      .count {
        border-color: Canvas;
        background: Highlight;
        color: HighlightText;
        forced-color-adjust: none;
      }
    }

    app-late-part {
      inline-size: min(20rem, 100vi - 5rem);
    }
  `,
})
export class Bell {
  private readonly texts = inject(Texts);
  protected readonly unread = inject(UnreadCount);
  protected readonly icon = mdiBellOutline;
  protected readonly news = signal('');
  protected readonly latest: LoadPart = async () => (await import('../dialogs')).LatestNotifications;

  protected readonly label = computed(() => {
    const count = this.unread.count();
    if (count === null) return this.texts.get('pages.notifications');
    return this.texts.get(this.unread.isStale() ? 'notification.countStale' : 'notification.count', { count });
  });

  constructor() {
    inject(NotificationsSocket)
      .events$.pipe(takeUntilDestroyed())
      .subscribe(({ event, payload }) => {
        if (event !== 'notifications.created') return;
        const message = notificationText(payload);
        this.news.set(message ? this.texts.say(message) : payload.title);
      });
  }
}
