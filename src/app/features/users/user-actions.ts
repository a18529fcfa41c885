import { computed, inject, Service } from '@angular/core';
import type { PublicUser } from '#contract/users';
import { firstValueFrom, fromEvent, map, type Observable, takeUntil, tap, throwIfEmpty } from 'rxjs';
import { ApiError } from '../../core/api/api-error';
import { type UserChanged, UsersApi } from '../../core/api/users-api';
import { isolated } from '../../core/i18n/isolated';
import { type ActionReports, type OwnAction, OwnActions } from '../../core/live/own-actions';
import type { OwnAnswer } from '../../core/sync/heart/ports';
import { Toasts } from '../../ui/toasts';
import { UsersStore } from './users-store';

type Verb = 'ban' | 'unban' | 'rename' | 'photo' | 'delete';

/** What an admin does to a user. Ban and unban offer Undo by the reverse call. */
@Service({ autoProvided: false })
export class UserActions {
  private readonly api = inject(UsersApi);
  private readonly actions = new OwnActions<PublicUser>(inject(UsersStore), inject(Toasts));
  private readonly silent = new OwnActions<PublicUser>(inject(UsersStore), SILENCE);

  /** The ids of users whose change the server has not answered yet. */
  readonly busy = computed((): ReadonlySet<string> => new Set([...this.actions.busy(), ...this.silent.busy()]));

  /** @throws ApiError when it was not done: the reason is still where it was written. */
  async ban(user: PublicUser, reason: string): Promise<void> {
    await this.actions.commit({ ...this.banning(user, reason), undo: () => void this.actions.follow(this.unbanning(user)) });
  }

  /** To take it back needs the reason again, which only a banned user has: it is asked for first. */
  async unban(user: PublicUser): Promise<void> {
    const reason = await this.actions.hold(user.id, () => firstValueFrom(this.api.one(user.id).pipe(map(({ banReason }) => banReason))).catch(() => null));
    await this.actions.follow({ ...this.unbanning(user), undo: reason === null ? undefined : () => void this.actions.follow(this.banning(user, reason)) });
  }

  /** @throws ApiError as {@link ban} does. */
  async rename(user: PublicUser, fullName: string): Promise<void> {
    await this.actions.commit(action('rename', user, () => this.api.rename(user.id, fullName).pipe(map(updated))));
  }

  /**
   * @param seen the address of the photo to be replaced; refused with `STALE` when it is another by now.
   * @param progress told how many bytes of how many have gone out.
   * @param stop gives the upload up.
   * @throws ApiError as {@link ban} does; `ABORTED` when it was given up.
   */
  async changePhoto(user: PublicUser, photo: Blob, seen: string | null, progress: (sent: number, size: number) => void, stop: AbortSignal): Promise<void> {
    const send = () =>
      this.api.changePhoto(user.id, photo, seen, progress).pipe(
        takeUntil(fromEvent(stop, 'abort')),
        throwIfEmpty(() => new ApiError({ status: 0, code: 'ABORTED' })),
        map(updated),
      );
    await this.actions.commit(action('photo', user, send));
  }

  async delete(user: PublicUser): Promise<void> {
    await this.actions.follow(this.deleting(user));
  }

  /**
   * One of many: whoever does them tells of all.
   *
   * @returns the user afterwards; null when there is none any more.
   * @throws ApiError when it was not done.
   */
  async apply(verb: 'ban' | 'unban' | 'delete', user: PublicUser, reason: string): Promise<PublicUser | null> {
    const action = verb === 'ban' ? this.banning(user, reason) : verb === 'unban' ? this.unbanning(user) : this.deleting(user);
    let after: PublicUser | null = null;
    const note = ({ change }: OwnAnswer<PublicUser>) => (after = 'row' in change ? change.row : null);
    await this.silent.commit({ ...action, send: () => action.send().pipe(tap(note)) });
    return after;
  }

  private banning(user: PublicUser, reason: string): OwnAction<PublicUser> {
    return action('ban', user, () => this.api.ban(user.id, reason).pipe(map(updated)));
  }
  private unbanning(user: PublicUser): OwnAction<PublicUser> {
    return action('unban', user, () => this.api.unban(user.id).pipe(map(updated)));
  }
  private deleting(user: PublicUser): OwnAction<PublicUser> {
    return action('delete', user, () =>
      this.api.delete(user.id).pipe(map((answer): OwnAnswer<PublicUser> => ({ change: { kind: 'deleted', id: user.id }, ...answer }))),
    );
  }
}

const SILENCE: ActionReports = { track: () => ({ saved: () => undefined, seen: () => undefined, failed: () => undefined }) };

function action(verb: Verb, { id, fullName }: PublicUser, send: () => Observable<OwnAnswer<PublicUser>>): OwnAction<PublicUser> {
  const name = isolated(fullName);
  return { id, done: { key: `users.done.${verb}`, args: { name } }, failed: (why) => ({ key: `users.failed.${verb}`, args: { name, why } }), send };
}

function updated({ user, position }: UserChanged): OwnAnswer<PublicUser> {
  return { change: { kind: 'updated', row: user }, ...(position && { position }) };
}
