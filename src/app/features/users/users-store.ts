import { inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { PublicUser, UsersQuery } from '#contract/users';
import { LiveStore } from '../../core/live/live-store';
import { USER_RULES } from '../../core/realtime/row-rules';
import { UsersFeed } from '../../core/realtime/users-feed';
import { UsersSocket } from '../../core/realtime/users-socket';
import { UsersAddress } from './users-address';

/** For so long somebody who has just registered is shown as new. */
const NEW_MS = 5_000;
/** When more than this are new, most of the screen is, and a mark says nothing. */
const NEW_MAX = 20;

/** The users that the address asks for, live. Lives as long as the page. */
@Service({ autoProvided: false })
export class UsersStore extends LiveStore<PublicUser, UsersQuery> {
  private readonly arrivals = new Map<string, number>();

  constructor() {
    const socket = inject(UsersSocket);
    super({ rules: USER_RULES, feed: inject(UsersFeed), socket, query: inject(UsersAddress).query });
    socket.events$.pipe(takeUntilDestroyed()).subscribe(({ event, payload }) => {
      if (event === 'users.created') this.arrive(payload.id);
    });
  }

  /** Whether this user registered a moment ago, while somebody watched, and stands out by it. */
  isNew(id: string): boolean {
    return this.arrivals.size <= NEW_MAX && performance.now() - (this.arrivals.get(id) ?? -Infinity) < NEW_MS;
  }

  protected override forget(): void {
    this.arrivals.clear();
  }

  private arrive(id: string): void {
    const now = performance.now();
    for (const [oldest, at] of this.arrivals) {
      if (now - at < NEW_MS) break;
      this.arrivals.delete(oldest);
    }
    this.arrivals.set(id, now);
  }
}
