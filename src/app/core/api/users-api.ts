import { imageTag } from '#contract/image-tag';
import { inject, Service } from '@angular/core';
import { Ok } from '#contract/primitives';
import type { StreamPosition } from '#contract/stream';
import { UserAnswer, UserDetail, userMatches, userSortKey, UsersPage, UsersSummary, type PublicUser, type UsersQuery } from '#contract/users';
import { map, type Observable } from 'rxjs';
import type { PageAnswer } from '../sync/heart/ports';
import { type Answer, ApiClient } from './api-client';
import { ApiUpload } from './api-upload';
import { positionOf } from './position-of';
import { wholeList } from './whole-list';

/** What an own change did; `position` is its event's number, absent from an older server. */
export interface UserChanged {
  readonly user: PublicUser;
  readonly position?: StreamPosition;
}

/** REST of users, for admins. Failures are `ApiError`s. */
@Service()
export class UsersApi {
  private readonly api = inject(ApiClient);
  private readonly uploads = inject(ApiUpload);

  /** The first page of a list, or the one at `cursor`. An older server's whole list is cut down to the query here. */
  list(query: UsersQuery, cursor: string | null, limit: number): Observable<PageAnswer<PublicUser>> {
    const { country, ...plain } = query;
    const params = { ...plain, country: country?.length ? country.join(',') : undefined, limit, cursor: cursor ?? undefined };
    return this.api.request('GET', '/users', UsersPage, { params }).pipe(
      map((answer) => {
        const { data, pagination } = answer.body;
        const matches = (user: PublicUser) => userMatches(user, query);
        if (!pagination) return { ...wholeList(data, matches, (user) => userSortKey(user, query.sort), query.dir), ...positionOf(answer, 'users') };
        return {
          rows: data,
          next: pagination.nextCursor,
          total: { count: pagination.total, exact: pagination.totalRelation === 'eq' },
          ...positionOf(answer, 'users'),
        };
      }),
    );
  }

  one(id: string): Observable<UserDetail> {
    return this.api.request('GET', `/users/${encodeURIComponent(id)}`, UserDetail).pipe(map(({ body }) => body.data));
  }

  summary(): Observable<UsersSummary> {
    return this.api.request('GET', '/users/summary', UsersSummary).pipe(map(({ body }) => body));
  }

  rename(id: string, fullName: string): Observable<UserChanged> {
    return this.change('PATCH', id, '', { fullName });
  }

  /**
   * @param seen the address of the photo to be replaced, null for none: when it is another by now, the server refuses with `STALE`.
   * @param progress told how many bytes of how many have gone out. Unsubscribing gives the upload up.
   */
  changePhoto(id: string, photo: Blob, seen: string | null, progress: (sent: number, size: number) => void): Observable<UserChanged> {
    const upload = { field: 'photo', file: photo, headers: { 'If-Match': imageTag(seen) }, progress };
    return this.uploads.send(`/users/${encodeURIComponent(id)}/photo`, UserAnswer, upload).pipe(map(changed));
  }

  /** @param reason goes into the e-mail to the user. */
  ban(id: string, reason: string): Observable<UserChanged> {
    return this.change('POST', id, '/ban', { reason });
  }

  unban(id: string): Observable<UserChanged> {
    return this.change('POST', id, '/unban', {});
  }

  delete(id: string): Observable<{ readonly position?: StreamPosition }> {
    return this.api.request('DELETE', `/users/${encodeURIComponent(id)}`, Ok).pipe(map((answer) => positionOf(answer, 'users')));
  }

  private change(method: 'PATCH' | 'POST', id: string, action: string, body: object): Observable<UserChanged> {
    return this.api.request(method, `/users/${encodeURIComponent(id)}${action}`, UserAnswer, { body }).pipe(map(changed));
  }
}

function changed(answer: Answer<UserAnswer>): UserChanged {
  return { user: answer.body.user, ...positionOf(answer, 'users') };
}
