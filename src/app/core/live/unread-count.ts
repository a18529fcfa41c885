import { DOCUMENT, inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { fromEvent, type Subscription } from 'rxjs';
import { NotificationsApi } from '../api/notifications-api';
import { type NotificationEvent, NotificationsSocket } from '../realtime/notifications-socket';
import { Session } from '../session/session';

/** After an event the server is asked once it has been quiet for so long, and no later than so long after the first. */
const QUIET_MS = 250;
const QUIET_MAX_MS = 1_000;
/** While somebody looks, all is checked this often; after a failure, sooner. */
const EACH_MS = 60_000;
const RETRY_MS = 2_000;

/**
 * How many notifications one has not read. The server's count is the truth: it is asked for on every connect, after every event, when
 * the page is looked at again and each minute. In between an event moves the count at once where what it does to it is certain.
 */
@Service()
export class UnreadCount {
  private readonly api = inject(NotificationsApi);
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);
  private readonly counted = signal<number | null>(null);
  private readonly doubted = signal(true);
  private readonly answers = signal(0);
  private request: Subscription | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private firstDoubt: number | undefined;
  /** Something was heard that the answer under way may not know of. */
  private isOutdated = false;
  private failures = 0;

  /** Null before the first answer. */
  readonly count = this.counted.asReadonly();
  /** There is no connection, or the server does not answer: the count is from before. */
  readonly isStale = this.doubted.asReadonly();
  /** Another number with each answer of the server. */
  readonly version = this.answers.asReadonly();

  constructor() {
    const socket = inject(NotificationsSocket);
    socket.link$.pipe(takeUntilDestroyed()).subscribe(({ kind }) => {
      if (kind === 'up') this.ask();
      // What was said while nobody heard it is asked for once there is a connection again.
      else if (kind === 'down') this.doubted.set(true);
      else if (kind === 'unordered') this.askSoon();
    });
    socket.events$.pipe(takeUntilDestroyed()).subscribe((event) => this.adjust(event));
    fromEvent(this.document, 'visibilitychange')
      .pipe(takeUntilDestroyed())
      .subscribe(() => {
        if (!this.document.hidden) this.ask();
      });
    this.session.ended$.pipe(takeUntilDestroyed()).subscribe(() => this.forget());
  }

  /** Asks the server at once. */
  ask(): void {
    if (this.session.status() !== 'signed-in') return;
    clearTimeout(this.timer);
    this.firstDoubt = undefined;
    this.isOutdated = false;
    this.request?.unsubscribe();
    this.request = this.api.list(null, 1).subscribe({
      next: ({ pagination }) => this.take(pagination.unread),
      error: () => {
        this.request = undefined;
        this.doubted.set(true);
        this.askIn(Math.min(EACH_MS, RETRY_MS * 2 ** this.failures++));
      },
    });
  }

  private take(unread: number): void {
    this.request = undefined;
    this.failures = 0;
    this.counted.set(unread);
    this.doubted.set(false);
    this.answers.update((answers) => answers + 1);
    if (this.isOutdated) this.askSoon();
    else this.askIn(EACH_MS * (0.8 + 0.4 * Math.random()));
  }

  /** While an answer is under way nobody can tell whether it knows of this already. */
  private adjust({ event, payload }: NotificationEvent): void {
    if (this.request || this.isStale()) return;
    if (event === 'notifications.created' && !payload.isRead) this.counted.update((count) => (count === null ? null : count + 1));
    if (event === 'notifications.readAll') this.counted.update((count) => (count === null ? null : 0));
  }

  private askSoon(): void {
    if (this.request) {
      this.isOutdated = true;
      return;
    }
    const now = performance.now();
    this.firstDoubt ??= now;
    const wait = Math.min(QUIET_MS, this.firstDoubt + QUIET_MAX_MS - now);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), Math.max(0, wait));
  }

  private askIn(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!this.document.hidden) this.ask();
    }, ms);
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.request?.unsubscribe();
    this.request = undefined;
    this.counted.set(null);
    this.doubted.set(true);
  }
}
