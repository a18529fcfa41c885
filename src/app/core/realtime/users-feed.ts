import { inject, Service } from '@angular/core';
import type { StreamPosition } from '#contract/stream';
import type { PublicUser, UsersQuery } from '#contract/users';
import type { Batch, Feed, PageAnswer } from '@moien/live/engine';
import { map } from 'rxjs';
import { StreamApi } from '../api/stream-api';
import { UsersApi } from '../api/users-api';
import { feedAnswer } from './feed-answer';
import { RejectedEvents } from './rejected-events';
import { StreamDecoder } from './stream-decoder';
import { userChange } from './user-change';

/** What a live list of users asks the server. */
@Service()
export class UsersFeed implements Feed<PublicUser, UsersQuery> {
  private readonly api = inject(UsersApi);
  private readonly stream = inject(StreamApi);
  private readonly decoder = new StreamDecoder('users', userChange, inject(RejectedEvents));

  page(query: UsersQuery, cursor: string | null, limit: number, signal: AbortSignal): Promise<PageAnswer<PublicUser>> {
    return feedAnswer(this.api.list(query, cursor, limit), signal);
  }

  replay(after: StreamPosition, signal: AbortSignal): Promise<Batch<PublicUser>> {
    return feedAnswer(this.stream.replay('users', after).pipe(map((page) => this.decoder.replayed(page))), signal);
  }
}
