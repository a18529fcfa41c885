import { inject, Service } from '@angular/core';
import { Ok } from '#contract/primitives';
import { parsePositionHeader, formatPosition, POSITION_HEADER, REPLAY_LIMIT_MAX, ReplayPage, type StreamPosition } from '#contract/stream';
import { compareText } from '#contract/text';
import { UserAnswer, UserDetail, userMatches, userSortKey, UsersPage, UsersSummary, type PublicUser, type UsersQuery } from '#contract/users';
import { map, type Observable } from 'rxjs';
import type { PageAnswer } from '../sync/heart/ports';
import { type Answer, ApiClient } from './api-client';

/** What an own change did; `position` is its event's number, absent from an older server. */
export interface UserChanged {
  readonly user: PublicUser;
  readonly position?: StreamPosition;
}

/** REST of users, for admins. Failures are `ApiError`s. */
@Service()
export class UsersApi {
  private readonly api = inject(ApiClient);

  /** The first page of a list, or the one at `cursor`. An older server's whole list is cut down to the query here. */
  list(query: UsersQuery, cursor: string | null, limit: number): Observable<PageAnswer<PublicUser>> {
    const { country, ...plain } = query;
    const params = { ...plain, country: country?.length ? country.join(',') : undefined, limit, cursor: cursor ?? undefined };
    return this.api.request('GET', '/users', UsersPage, { params }).pipe(
      map((answer) => {
        const { data, pagination } = answer.body;
        if (!pagination) return { ...wholeList(data, query), ...positionOf(answer) };
        return { rows: data, next: pagination.nextCursor, total: { count: pagination.total, exact: pagination.totalRelation === 'eq' }, ...positionOf(answer) };
      }),
    );
  }

  one(id: string): Observable<UserDetail> {
    return this.api.request('GET', `/users/${encodeURIComponent(id)}`, UserDetail).pipe(map(({ body }) => body.data));
  }

  summary(): Observable<UsersSummary> {
    return this.api.request('GET', '/users/summary', UsersSummary).pipe(map(({ body }) => body));
  }

  /** What happened to users after a position, as far as one page goes. Payloads are not validated yet. */
  replay(after: StreamPosition): Observable<ReplayPage> {
    const params = { namespace: 'users', after: formatPosition(after), limit: REPLAY_LIMIT_MAX };
    return this.api.request('GET', '/events', ReplayPage, { params }).pipe(map(({ body }) => body));
  }

  rename(id: string, fullName: string): Observable<UserChanged> {
    return this.change('PATCH', id, '', { fullName });
  }

  /** @param reason goes into the e-mail to the user. */
  ban(id: string, reason: string): Observable<UserChanged> {
    return this.change('POST', id, '/ban', { reason });
  }

  unban(id: string): Observable<UserChanged> {
    return this.change('POST', id, '/unban', {});
  }

  delete(id: string): Observable<{ readonly position?: StreamPosition }> {
    return this.api.request('DELETE', `/users/${encodeURIComponent(id)}`, Ok).pipe(map(positionOf));
  }

  private change(method: 'PATCH' | 'POST', id: string, action: string, body: object): Observable<UserChanged> {
    return this.api
      .request(method, `/users/${encodeURIComponent(id)}${action}`, UserAnswer, { body })
      .pipe(map((answer) => ({ user: answer.body.user, ...positionOf(answer) })));
  }
}

function positionOf({ headers }: Answer<unknown>): { position?: StreamPosition } {
  const position = parsePositionHeader(headers.get(POSITION_HEADER), 'users');
  return position ? { position } : {};
}

function wholeList(all: readonly PublicUser[], query: UsersQuery): PageAnswer<PublicUser> {
  const direction = query.dir === 'asc' ? 1 : -1;
  const rows = all
    .filter((user) => userMatches(user, query))
    .map((user) => ({ user, key: userSortKey(user, query.sort) }))
    .sort((a, b) => direction * (compareText(a.key, b.key) || compareText(a.user.id, b.user.id)))
    .map(({ user }) => user);
  return { rows, next: null, total: { count: rows.length, exact: true } };
}
