import { inject, Service } from '@angular/core';
import type { AdminStaffListed } from '#contract/admin-staff';
import { map, type Observable } from 'rxjs';
import { type NewAdmin, StaffApi } from '../../core/api/staff-api';
import { isolated } from '../../core/i18n/isolated';
import { type OwnAction, OwnActions } from '../../core/live/own-actions';
import type { OwnAnswer } from '../../core/sync/heart/ports';
import { Toasts } from '../../ui/toasts';
import { StaffStore } from './staff-store';

type Verb = 'create' | 'ban' | 'unban' | 'delete';
type Admin = Pick<AdminStaffListed, 'id' | 'name'>;

/** What an admin does to the others' accounts. Ban and unban offer Undo by the reverse call. */
@Service({ autoProvided: false })
export class StaffActions {
  private readonly api = inject(StaffApi);
  private readonly toasts = inject(Toasts);
  private readonly actions = new OwnActions<AdminStaffListed>(inject(StaffStore), { track: (done) => this.toasts.track(done, { isUnheard: true }) });

  /** The ids of admins whose change the server has not answered yet. */
  readonly busy = this.actions.busy;

  /** @throws ApiError when it was not done: what was typed is still where it was. */
  async create(details: NewAdmin, photo: File | null): Promise<void> {
    const send = () => this.api.create(details, photo).pipe(map((row): OwnAnswer<AdminStaffListed> => ({ change: { kind: 'created', row } })));
    await this.actions.commit(action('create', { id: 'new', name: details.name.trim() }, send));
  }

  /** @throws ApiError as {@link create} does. */
  async ban(admin: AdminStaffListed, reason: string): Promise<void> {
    await this.actions.commit({ ...this.banning(admin, reason), undo: () => void this.actions.follow(this.unbanning(admin)) });
  }

  /** To take it back needs the reason again, which an older server does not tell. */
  async unban(admin: AdminStaffListed): Promise<void> {
    const { banReason } = admin;
    await this.actions.follow({
      ...this.unbanning(admin),
      undo: banReason === null ? undefined : () => void this.actions.follow(this.banning(admin, banReason)),
    });
  }

  async delete(admin: AdminStaffListed): Promise<void> {
    const { id } = admin;
    await this.actions.follow(action('delete', admin, () => this.api.delete(id).pipe(map(() => ({ change: { kind: 'deleted', id } })))));
  }

  private banning(admin: AdminStaffListed, reason: string): OwnAction<AdminStaffListed> {
    return action('ban', admin, () => this.api.ban(admin.id, reason).pipe(map(updated)));
  }
  private unbanning(admin: AdminStaffListed): OwnAction<AdminStaffListed> {
    return action('unban', admin, () => this.api.unban(admin.id).pipe(map(updated)));
  }
}

function action(verb: Verb, { id, name }: Admin, send: () => Observable<OwnAnswer<AdminStaffListed>>): OwnAction<AdminStaffListed> {
  const args = { name: isolated(name) };
  return { id, done: { key: `staff.done.${verb}`, args }, failed: (why) => ({ key: `staff.failed.${verb}`, args: { ...args, why } }), send };
}

function updated(row: AdminStaffListed): OwnAnswer<AdminStaffListed> {
  return { change: { kind: 'updated', row } };
}
