import { inject, Service } from '@angular/core';
import type { StreamPosition } from '#contract/stream';
import type { PublicUser, UsersQuery } from '#contract/users';
import { firstValueFrom, fromEvent, map, type Observable, takeUntil } from 'rxjs';
import { toApiError } from '../api/api-error';
import { UsersApi } from '../api/users-api';
import type { Batch } from '../sync/heart/link';
import { type Feed, FeedError, type PageAnswer } from '../sync/heart/ports';
import { RejectedEvents } from './rejected-events';
import { StreamDecoder } from './stream-decoder';
import { userChange } from './user-change';

/** What a live list of users asks the server. */
@Service()
export class UsersFeed implements Feed<PublicUser, UsersQuery> {
  private readonly api = inject(UsersApi);
  private readonly decoder = new StreamDecoder('users', userChange, inject(RejectedEvents));

  page(query: UsersQuery, cursor: string | null, limit: number, signal: AbortSignal): Promise<PageAnswer<PublicUser>> {
    return answerOf(this.api.list(query, cursor, limit), signal);
  }

  replay(after: StreamPosition, signal: AbortSignal): Promise<Batch<PublicUser>> {
    const batch$ = this.api.replay(after).pipe(
      map(({ data, pagination: { log, head } }) => ({
        log,
        head,
        entries: data.map(({ seq, event, payload }) => this.decoder.entry(seq, this.decoder.broadcast(event, payload))),
      })),
    );
    return answerOf(batch$, signal);
  }
}

/** Gives the request up when the signal aborts. */
async function answerOf<T>(answer$: Observable<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  try {
    return await firstValueFrom(answer$.pipe(takeUntil(fromEvent(signal, 'abort'))));
  } catch (failure) {
    const cause = toApiError(failure);
    throw new FeedError(cause.status, cause.code, { cause });
  }
}
