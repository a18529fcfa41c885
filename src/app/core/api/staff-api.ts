import { inject, Service } from '@angular/core';
import { AdminStaffAnswer, type AdminStaffListed, AdminStaffList, type CreateAdminStaff } from '#contract/admin-staff';
import { Ok } from '#contract/primitives';
import { staffTag, type StaffDecision } from '#contract/staff-tag';
import type { LocalResult } from '@moien/live/engine';
import { map, type Observable } from 'rxjs';
import * as v from 'valibot';
import { ApiClient, type ApiRequest } from './api-client';

/** 5 MB over a slow line. */
const UPLOAD_TIMEOUT_MS = 120_000;

/** What is known of an admin to be; what is not is empty. */
export type NewAdmin = Readonly<Record<keyof CreateAdminStaff, string>>;

/** REST of the dashboard's own accounts. Failures are `ApiError`s. */
@Service()
export class StaffApi {
  private readonly api = inject(ApiClient);

  /** All admins, first come first. */
  list(): Observable<readonly AdminStaffListed[]> {
    return this.api.request('GET', '/admin-staff', AdminStaffList).pipe(map(({ body }) => body.data));
  }

  create(details: NewAdmin, photo: File | null): Observable<LocalResult<AdminStaffListed>> {
    const body = new FormData();
    for (const [name, value] of Object.entries(details)) if (value !== '') body.set(name, value);
    if (photo) body.set('photo', photo);
    const request = { body, ...(photo && { timeout: UPLOAD_TIMEOUT_MS }) };
    return this.api.request('POST', '/admin-staff', v.unknown(), request).pipe(
      map(({ body: answer }) => {
        const row = this.created(answer);
        // It is done all the same: the list will tell how.
        return { change: row ? { kind: 'created', row } : { kind: 'invalidated' } };
      }),
    );
  }

  /**
   * @param reason goes into the e-mail to them.
   * @param seen the account as the admin saw it, here as below: refused with `STALE` when what the action rests on is not so any more.
   */
  ban(id: string, reason: string, seen?: AdminStaffListed): Observable<AdminStaffListed> {
    return this.change(id, 'ban', { reason }, seen).pipe(map(({ user }) => user));
  }

  unban(id: string, seen?: AdminStaffListed): Observable<AdminStaffAnswer> {
    return this.change(id, 'unban', {}, seen);
  }

  delete(id: string, seen?: AdminStaffListed): Observable<void> {
    return this.api.request('DELETE', `/admin-staff/${encodeURIComponent(id)}`, Ok, seenAs(seen, 'delete')).pipe(map(() => undefined));
  }

  /** @returns the account that an answer tells of; undefined where it tells of none. */
  protected created(answer: unknown): AdminStaffListed | undefined {
    const parsed = v.safeParse(AdminStaffAnswer, answer);
    return parsed.success ? parsed.output.user : undefined;
  }

  private change(id: string, action: 'ban' | 'unban', body: object, seen: AdminStaffListed | undefined): Observable<AdminStaffAnswer> {
    const request = { body, ...seenAs(seen, action) };
    return this.api.request('POST', `/admin-staff/${encodeURIComponent(id)}/${action}`, AdminStaffAnswer, request).pipe(map((answer) => answer.body));
  }
}

/** The one place that says what was seen. */
function seenAs(seen: AdminStaffListed | undefined, decision: StaffDecision): Pick<ApiRequest, 'headers'> {
  return seen ? { headers: { 'If-Match': staffTag(seen, decision) } } : {};
}
