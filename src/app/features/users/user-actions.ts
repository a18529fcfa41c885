import { computed, inject, Service } from '@angular/core';
import type { PublicUser } from '#contract/users';
import { displayName } from '#contract/visible-text';
import type { LocalResult } from '@moien/live/engine';
import { fromEvent, map, type Observable, takeUntil, tap, throwIfEmpty } from 'rxjs';
import { ApiError } from '../../core/api/api-error';
import { type UserChanged, UsersApi } from '../../core/api/users-api';
import { isolated } from '../../core/i18n/isolated';
import { type ActionReports, type OwnAction, OwnActions, takingBack } from '../../core/live/own-actions';
import { Toasts } from '../../ui/toasts';
import { UsersStore } from './users-store';

type Verb = 'ban' | 'unban' | 'rename' | 'photo' | 'delete';

/** What an admin does to a user, always as they saw them. Ban and unban offer Undo by the reverse call. */
@Service({ autoProvided: false })
export class UserActions {
  private readonly api = inject(UsersApi);
  private readonly actions = new OwnActions<PublicUser>(inject(UsersStore), inject(Toasts));
  private readonly silent = new OwnActions<PublicUser>(inject(UsersStore), SILENCE);

  /** The ids of users whose change the server has not answered yet. */
  readonly busy = computed((): ReadonlySet<string> => new Set([...this.actions.busy(), ...this.silent.busy()]));

  /** @throws ApiError when it was not done: the reason is still where it was written. */
  async ban(user: PublicUser, reason: string): Promise<void> {
    let banned = user;
    const undo = () => void this.actions.follow(this.takingBan(banned));
    await this.actions.commit({ ...this.banning(user, reason, (after) => (banned = after.user)), undo });
  }

  /** To take it back needs the reason again, which an older server does not tell. */
  async unban(user: PublicUser): Promise<void> {
    let undo: (() => void) | undefined;
    const lifted = ({ user: after, banReason }: UserChanged) => {
      if (banReason !== null) undo = () => void this.actions.follow(this.banning(after, banReason));
    };
    await this.actions.follow({
      ...this.unbanning(user, lifted),
      get undo() {
        return undo;
      },
    });
  }

  /** @throws ApiError as {@link ban} does. */
  async rename(user: PublicUser, fullName: string): Promise<void> {
    await this.actions.commit(action('rename', user, () => this.api.rename(user.id, fullName, user).pipe(map(updated))));
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

  /** @returns why it was not done, which is told already; null when it was. */
  delete(user: PublicUser): Promise<ApiError | null> {
    return this.actions.follow(this.deleting(user));
  }

  /**
   * One of many: whoever does them tells of all.
   *
   * @returns the user afterwards, with the reason of a ban that was lifted; null when there is none any more.
   * @throws ApiError when it was not done.
   */
  async apply(verb: 'ban' | 'unban' | 'delete', user: PublicUser, reason: string): Promise<UserChanged | null> {
    let after: UserChanged | null = null;
    const note = (changed: UserChanged) => (after = changed);
    await this.silent.commit(verb === 'ban' ? this.banning(user, reason, note) : verb === 'unban' ? this.unbanning(user, note) : this.deleting(user));
    return after;
  }

  private banning(user: PublicUser, reason: string, done: (changed: UserChanged) => void = () => undefined): OwnAction<PublicUser> {
    return action('ban', user, () => this.api.ban(user.id, reason, user).pipe(tap(done), map(updated)));
  }
  private unbanning(user: PublicUser, done: (changed: UserChanged) => void = () => undefined): OwnAction<PublicUser> {
    return action('unban', user, () => this.api.unban(user.id, user).pipe(tap(done), map(updated)));
  }
  private takingBan(user: PublicUser): OwnAction<PublicUser> {
    const late = { key: 'users.done.unbanLate', args: { name: isolated(displayName(user)) } } as const;
    return takingBack(late, (noted) => this.unbanning(user, noted));
  }
  private deleting(user: PublicUser): OwnAction<PublicUser> {
    return action('delete', user, () =>
      this.api.delete(user.id, user).pipe(map((answer): LocalResult<PublicUser> => ({ change: { kind: 'deleted', id: user.id }, ...answer }))),
    );
  }
}

const SILENCE: ActionReports = { track: () => ({ saved: () => undefined, seen: () => undefined, failed: () => undefined }) };

function action(verb: Verb, user: PublicUser, send: () => Observable<LocalResult<PublicUser>>): OwnAction<PublicUser> {
  const name = isolated(displayName(user));
  return { id: user.id, done: { key: `users.done.${verb}`, args: { name } }, failed: (why) => ({ key: `users.failed.${verb}`, args: { name, why } }), send };
}

function updated({ user, position, confirmed }: UserChanged): LocalResult<PublicUser> {
  return { change: { kind: 'updated', row: user }, ...(position && { position }), ...(confirmed && { confirmed }) };
}
