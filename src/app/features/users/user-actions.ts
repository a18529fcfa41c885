import { DestroyRef, inject, Service, signal } from '@angular/core';
import type { PublicUser } from '#contract/users';
import { firstValueFrom, map, type Observable } from 'rxjs';
import { toApiError } from '../../core/api/api-error';
import { type UserChanged, UsersApi } from '../../core/api/users-api';
import { ErrorTexts } from '../../core/i18n/error-texts';
import { isolated } from '../../core/i18n/isolated';
import type { Message } from '../../core/i18n/translations';
import type { OwnAnswer } from '../../core/sync/heart/ports';
import { type ActionToast, Toasts } from '../../ui/toasts';
import { UsersStore } from './users-store';

type Verb = 'ban' | 'unban' | 'rename' | 'delete';

/** A change on its way to the server. */
interface Action {
  readonly verb: Verb;
  readonly user: PublicUser;
  readonly send: () => Observable<OwnAnswer<PublicUser>>;
  /** Takes it back. */
  readonly undo?: (() => void) | undefined;
}

/**
 * What an admin does to a user: the row is busy at once, then shows the server's answer, and its echo changes nothing more.
 * Ban and unban offer Undo by the reverse call.
 */
@Service({ autoProvided: false })
export class UserActions {
  private readonly api = inject(UsersApi);
  private readonly store = inject(UsersStore);
  private readonly toasts = inject(Toasts);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly underWay = signal<ReadonlySet<string>>(new Set());
  private isPageLeft = false;

  /** The ids of users whose change the server has not answered yet. */
  readonly busy = this.underWay.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.isPageLeft = true));
  }

  /** @throws ApiError when it was not done: the reason is still where it was written. */
  async ban(user: PublicUser, reason: string): Promise<void> {
    const ban: Action = { ...this.banning(user, reason), undo: () => void this.follow(this.unbanning(user)) };
    await this.perform(ban, () => this.track(ban));
  }

  /** To take it back needs the reason again, which only a banned user has: it is asked for first. */
  async unban(user: PublicUser): Promise<void> {
    this.mark(user.id, true);
    const reason = await firstValueFrom(this.api.one(user.id).pipe(map(({ banReason }) => banReason))).catch(() => null);
    await this.follow({ ...this.unbanning(user), undo: reason === null ? undefined : () => void this.follow(this.banning(user, reason)) });
  }

  /** @throws ApiError as {@link ban} does. */
  async rename(user: PublicUser, fullName: string): Promise<void> {
    const rename: Action = { verb: 'rename', user, send: () => this.api.rename(user.id, fullName).pipe(map(updated)) };
    await this.perform(rename, () => this.track(rename));
  }

  async delete(user: PublicUser): Promise<void> {
    const send = () => this.api.delete(user.id).pipe(map((answer): OwnAnswer<PublicUser> => ({ change: { kind: 'deleted', id: user.id }, ...answer })));
    await this.follow({ verb: 'delete', user, send });
  }

  private banning(user: PublicUser, reason: string): Action {
    return { verb: 'ban', user, send: () => this.api.ban(user.id, reason).pipe(map(updated)) };
  }
  private unbanning(user: PublicUser): Action {
    return { verb: 'unban', user, send: () => this.api.unban(user.id).pipe(map(updated)) };
  }

  /** Tells how it goes from the moment it is sent, and why it was not done. */
  private async follow(action: Action): Promise<void> {
    const toast = this.track(action);
    try {
      await this.perform(action, () => toast);
    } catch (error) {
      const why = this.errorTexts.get(toApiError(error));
      toast.failed({ key: `users.failed.${action.verb}`, args: { name: isolated(action.user.fullName), why } });
    }
  }

  private async perform({ user, send, undo }: Action, toast: () => ActionToast): Promise<void> {
    this.mark(user.id, true);
    try {
      const answer = await firstValueFrom(send());
      const told = toast();
      told.saved(undo);
      if (!this.isPageLeft) this.store.own(answer, () => told.seen());
    } catch (error) {
      const failure = toApiError(error);
      // Somebody else was faster: what they did is not on the screen yet.
      if (!this.isPageLeft && (failure.status === 404 || failure.status === 409)) this.store.check();
      throw failure;
    } finally {
      this.mark(user.id, false);
    }
  }

  private track({ verb, user }: Action): ActionToast {
    return this.toasts.track({ key: `users.done.${verb}`, args: { name: isolated(user.fullName) } } satisfies Message);
  }

  private mark(id: string, isBusy: boolean): void {
    this.underWay.update((ids) => {
      const next = new Set(ids);
      if (isBusy) next.add(id);
      else next.delete(id);
      return next;
    });
  }
}

function updated({ user, position }: UserChanged): OwnAnswer<PublicUser> {
  return { change: { kind: 'updated', row: user }, ...(position && { position }) };
}
