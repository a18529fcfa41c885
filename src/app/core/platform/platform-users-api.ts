import { inject, Service } from '@angular/core';
import type { PublicUser, UserDetail, UsersQuery, UsersSummary } from '#contract/users';
import type { LocalResult, PageAnswer } from '@moien/live/engine';
import { from, map, type Observable, switchMap } from 'rxjs';
import * as v from 'valibot';
import { ApiClient } from '../api/api-client';
import { ApiError } from '../api/api-error';
import { ApiUpload } from '../api/api-upload';
import type { UserChanged, UsersApi } from '../api/users-api';
import { UsersMirrorFeed } from './mirror-feeds';
import type { Port } from './port';
import { rowIn } from './reading';
import { readUser } from './rows';
import { countUsers } from './summing';
import { UsersMirror } from './users-mirror';

/** {@link UsersApi} in the platform's dialect: whole lists, answers of which a part is missing, and no header that is not documented. */
@Service({ autoProvided: false })
export class PlatformUsersApi implements Port<UsersApi> {
  private readonly api = inject(ApiClient);
  private readonly uploads = inject(ApiUpload);
  private readonly users = inject(UsersMirror);
  private readonly feed = inject(UsersMirrorFeed);

  list(query: UsersQuery, cursor: string | null, limit: number): Observable<PageAnswer<PublicUser>> {
    return from(this.feed.page(query, cursor, limit, new AbortController().signal));
  }

  /** Out of the list: the server tells of no single user, and never why one was banned. */
  one(id: string): Observable<UserDetail> {
    return from(this.users.rows()).pipe(
      map((rows) => {
        const user = rows.get(id);
        if (!user) throw new ApiError({ status: 404, code: 'NOT_FOUND' });
        return { ...user, banReason: null, updatedAt: user.createdAt };
      }),
    );
  }

  summary(): Observable<UsersSummary> {
    return from(this.users.rows()).pipe(map((rows) => countUsers(rows.values())));
  }

  rename(id: string, fullName: string, seen?: PublicUser): Observable<UserChanged> {
    return this.change('PATCH', id, '', { fullName }, { fullName }, seen);
  }

  changePhoto(id: string, photo: Blob, _seen: string | null, progress: (sent: number, size: number) => void): Observable<UserChanged> {
    const mark = this.users.mirror.mark();
    return this.uploads
      .send(`/users/${encodeURIComponent(id)}/photo`, v.unknown(), { field: 'photo', file: photo, progress })
      .pipe(map(({ body }) => this.applied(id, mark, partOf(body), undefined)));
  }

  ban(id: string, reason: string, seen?: PublicUser): Observable<UserChanged> {
    return this.change('POST', id, '/ban', { reason }, { isBanned: true }, seen);
  }

  unban(id: string, seen?: PublicUser): Observable<UserChanged> {
    return this.change('POST', id, '/unban', {}, { isBanned: false, bannedAt: null }, seen);
  }

  delete(id: string): Observable<Pick<LocalResult<PublicUser>, 'position' | 'confirmed'>> {
    const { mirror } = this.users;
    const mark = mirror.mark();
    return this.api.request('DELETE', `/users/${encodeURIComponent(id)}`, v.unknown()).pipe(
      map(() => {
        mirror.remove(id);
        return { position: mirror.position, confirmed: mirror.confirmation(id, mark) };
      }),
    );
  }

  /** @param meant what the change does, for an answer that only says that it is done. */
  private change(
    method: 'PATCH' | 'POST',
    id: string,
    action: string,
    body: object,
    meant: Partial<PublicUser>,
    seen: PublicUser | undefined,
  ): Observable<UserChanged> {
    return from(this.users.rows()).pipe(
      switchMap(() => {
        const mark = this.users.mirror.mark();
        return this.api
          .request(method, `/users/${encodeURIComponent(id)}${action}`, v.unknown(), { body })
          .pipe(map((answer) => this.applied(id, mark, { ...meant, ...partOf(answer.body) }, seen)));
      }),
    );
  }

  /** @param seen the user as the admin saw them, for one whom the list does not hold any more. */
  private applied(id: string, mark: number, part: Partial<PublicUser>, seen: PublicUser | undefined): UserChanged {
    const { mirror } = this.users;
    const user = mirror.apply(id, mark, (row) => ({ ...row, ...part })) ?? (seen && { ...seen, ...part });
    // Nothing of them is known: the list, which is asked for now, will tell.
    if (!user) throw new ApiError({ status: 404, code: 'NOT_FOUND' });
    return { user, banReason: null, position: mirror.position, confirmed: mirror.confirmation(id, mark) };
  }
}

/** What an answer says of a user: all of it, a part, or nothing. A field that is absent, or not what it should be, says nothing. */
function partOf(body: unknown): Partial<PublicUser> {
  const raw = rowIn(body, 'user');
  const user = raw && readUser({ ...raw, id: 'any' });
  if (!user) return {};
  const isTold = ([name, value]: [string, unknown]): boolean => name !== 'id' && name in raw && (NULLABLE.has(name) || typeof raw[name] === typeof value);
  return Object.fromEntries(Object.entries(user).filter(isTold));
}

/** What may be null: there, null says that there is none. */
const NULLABLE: ReadonlySet<string> = new Set<keyof PublicUser>(['bannedAt', 'photoUrl']);
