import { imageTag } from '#contract/image-tag';
import { inject, Service } from '@angular/core';
import { Ok } from '#contract/primitives';
import { userTag, type UserDecision } from '#contract/user-tag';
import { UserAnswer, UserDetail, UsersPage, UsersSummary, type PublicUser, type UsersQuery } from '#contract/users';
import type { LocalResult, PageAnswer } from '@moien/live/engine';
import { map, type Observable } from 'rxjs';
import { type Answer, ApiClient, type ApiRequest } from './api-client';
import { ApiUpload } from './api-upload';
import { pageAnswer, positionOf } from './position-of';

/** What an own change did; `position` and `confirmed` as of an `LocalResult`. */
export interface UserChanged extends Pick<LocalResult<PublicUser>, 'position' | 'confirmed'> {
  readonly user: PublicUser;
  /** Of a ban that was lifted; null where the server does not tell. */
  readonly banReason: string | null;
  /** Of a ban that was lifted: false when the mail about it could not be stopped. Absent from an older server. */
  readonly mailTakenBack?: boolean | undefined;
}

/** REST of users, for admins. Failures are `ApiError`s. The platform's dialect is `core/platform`'s. */
@Service()
export class UsersApi {
  private readonly api = inject(ApiClient);
  private readonly uploads = inject(ApiUpload);

  /** The first page of a list, or the one at `cursor`. */
  list(query: UsersQuery, cursor: string | null, limit: number): Observable<PageAnswer<PublicUser>> {
    const { country, ...plain } = query;
    const params = { ...plain, country: country?.length ? country.join(',') : undefined, limit, cursor: cursor ?? undefined };
    return this.api.request('GET', '/users', UsersPage, { params }).pipe(map((answer) => pageAnswer(answer, 'users')));
  }

  one(id: string): Observable<UserDetail> {
    return this.api.request('GET', `/users/${encodeURIComponent(id)}`, UserDetail).pipe(map(({ body }) => body.data));
  }

  summary(): Observable<UsersSummary> {
    return this.api.request('GET', '/users/summary', UsersSummary).pipe(map(({ body }) => body));
  }

  /** @param seen the user as the admin saw them, here as below: refused with `STALE` when what the action rests on is not so any more. */
  rename(id: string, fullName: string, seen?: PublicUser): Observable<UserChanged> {
    return this.change('PATCH', id, '', { body: { fullName }, ...seenAs(seen, 'rename') });
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
  ban(id: string, reason: string, seen?: PublicUser): Observable<UserChanged> {
    return this.change('POST', id, '/ban', { body: { reason }, ...seenAs(seen, 'ban') });
  }

  unban(id: string, seen?: PublicUser): Observable<UserChanged> {
    return this.change('POST', id, '/unban', { body: {}, ...seenAs(seen, 'unban') });
  }

  delete(id: string, seen?: PublicUser): Observable<Pick<LocalResult<PublicUser>, 'position' | 'confirmed'>> {
    return this.api.request('DELETE', `/users/${encodeURIComponent(id)}`, Ok, seenAs(seen, 'delete')).pipe(map((answer) => positionOf(answer, 'users')));
  }

  private change(method: 'PATCH' | 'POST', id: string, action: string, request: ApiRequest): Observable<UserChanged> {
    return this.api.request(method, `/users/${encodeURIComponent(id)}${action}`, UserAnswer, request).pipe(map(changed));
  }
}

/** What became of the mail, where the server says it. */
function told({ mailTakenBack }: UserAnswer): Pick<UserChanged, 'mailTakenBack'> {
  return mailTakenBack === undefined ? {} : { mailTakenBack };
}

function changed(answer: Answer<UserAnswer>): UserChanged {
  return { user: answer.body.user, banReason: answer.body.banReason ?? null, ...told(answer.body), ...positionOf(answer, 'users') };
}

/** The one place that says what was seen. */
function seenAs(seen: PublicUser | undefined, decision: UserDecision): Pick<ApiRequest, 'headers'> {
  return seen ? { headers: { 'If-Match': userTag(seen, decision) } } : {};
}
