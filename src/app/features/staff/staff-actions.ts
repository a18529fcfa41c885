import { inject, Service } from '@angular/core';
import type { AdminStaffAnswer, AdminStaffListed } from '#contract/admin-staff';
import { shownName } from '#contract/visible-text';
import type { LocalResult } from '@moien/live/engine';
import { map, type Observable, tap } from 'rxjs';
import type { ApiError } from '../../core/api/api-error';
import { type NewAdmin, StaffApi } from '../../core/api/staff-api';
import { isolated } from '../../core/i18n/isolated';
import { type OwnAction, OwnActions, takingBack } from '../../core/live/own-actions';
import { Toasts } from '../../ui/toasts';
import { StaffStore } from './staff-store';

type Verb = 'create' | 'ban' | 'unban' | 'delete';
type Admin = Pick<AdminStaffListed, 'id' | 'name' | 'email'>;

/** What an admin does to the others' accounts. Ban and unban offer Undo by the reverse call. */
@Service({ autoProvided: false })
export class StaffActions {
  private readonly api = inject(StaffApi);
  private readonly toasts = inject(Toasts);
  private readonly actions = new OwnActions<AdminStaffListed>(inject(StaffStore), {
    track: (done, options) => this.toasts.track(done, { ...options, isUnheard: true }),
  });

  /** The ids of admins whose change the server has not answered yet. */
  readonly busy = this.actions.busy;

  /** @throws ApiError when it was not done: what was typed is still where it was. */
  async create(details: NewAdmin, photo: File | null): Promise<void> {
    await this.actions.commit(action('create', { id: 'new', name: details.name, email: details.email }, () => this.api.create(details, photo)));
  }

  /** @throws ApiError as {@link create} does. */
  async ban(admin: AdminStaffListed, reason: string): Promise<void> {
    let banned = admin;
    const undo = () => void this.actions.follow(this.takingBan(banned));
    await this.actions.commit({ ...this.banning(admin, reason, (after) => (banned = after)), undo });
  }

  /** To take it back needs the reason again, which an older server does not tell. */
  async unban(admin: AdminStaffListed): Promise<void> {
    const { banReason } = admin;
    let unbanned = admin;
    await this.actions.follow({
      ...this.unbanning(admin, ({ user }) => (unbanned = user)),
      undo: banReason === null ? undefined : () => void this.actions.follow(this.banning(unbanned, banReason)),
    });
  }

  /** @returns why it was not done, which is told already; null when it was. */
  delete(admin: AdminStaffListed): Promise<ApiError | null> {
    const { id } = admin;
    return this.actions.follow(action('delete', admin, () => this.api.delete(id, admin).pipe(map(() => ({ change: { kind: 'deleted', id } })))));
  }

  private banning(admin: AdminStaffListed, reason: string, done: (after: AdminStaffListed) => void = () => undefined): OwnAction<AdminStaffListed> {
    return action('ban', admin, () => this.api.ban(admin.id, reason, admin).pipe(tap(done), map(updated)));
  }
  private unbanning(admin: AdminStaffListed, done: (answer: AdminStaffAnswer) => void = () => undefined): OwnAction<AdminStaffListed> {
    return action('unban', admin, () =>
      this.api.unban(admin.id, admin).pipe(
        tap(done),
        map(({ user }) => updated(user)),
      ),
    );
  }
  private takingBan(admin: AdminStaffListed): OwnAction<AdminStaffListed> {
    const late = { key: 'staff.done.unbanLate', args: { name: isolated(admin.name) } } as const;
    return takingBack(late, (noted) => this.unbanning(admin, noted));
  }
}

function action(verb: Verb, { id, name, email }: Admin, send: () => Observable<LocalResult<AdminStaffListed>>): OwnAction<AdminStaffListed> {
  const args = { name: isolated(shownName(name, email)) };
  return { id, done: { key: `staff.done.${verb}`, args }, failed: (why) => ({ key: `staff.failed.${verb}`, args: { ...args, why } }), send };
}

function updated(row: AdminStaffListed): LocalResult<AdminStaffListed> {
  return { change: { kind: 'updated', row } };
}
