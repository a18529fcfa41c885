import { inject, Service } from '@angular/core';
import { AdminStaffAnswer, type AdminStaffListed, AdminStaffList, type CreateAdminStaff } from '#contract/admin-staff';
import { Ok } from '#contract/primitives';
import { map, type Observable } from 'rxjs';
import { ApiClient } from './api-client';

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

  create(details: NewAdmin, photo: File | null): Observable<AdminStaffListed> {
    const body = new FormData();
    for (const [name, value] of Object.entries(details)) body.set(name, value);
    if (photo) body.set('photo', photo);
    const request = { body, ...(photo && { timeout: UPLOAD_TIMEOUT_MS }) };
    return this.api.request('POST', '/admin-staff', AdminStaffAnswer, request).pipe(map((answer) => answer.body.user));
  }

  /** @param reason goes into the e-mail to them. */
  ban(id: string, reason: string): Observable<AdminStaffListed> {
    return this.change(id, 'ban', { reason });
  }

  unban(id: string): Observable<AdminStaffListed> {
    return this.change(id, 'unban', {});
  }

  delete(id: string): Observable<void> {
    return this.api.request('DELETE', `/admin-staff/${encodeURIComponent(id)}`, Ok).pipe(map(() => undefined));
  }

  private change(id: string, action: 'ban' | 'unban', body: object): Observable<AdminStaffListed> {
    return this.api.request('POST', `/admin-staff/${encodeURIComponent(id)}/${action}`, AdminStaffAnswer, { body }).pipe(map((answer) => answer.body.user));
  }
}
