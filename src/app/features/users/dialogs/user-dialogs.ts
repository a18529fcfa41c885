import { computed, inject, linkedSignal, Service } from '@angular/core';
import { PublicUser } from '#contract/users';
import * as v from 'valibot';
import { firstValueFrom } from 'rxjs';
import { toApiError } from '../../../core/api/api-error';
import { UsersSocket } from '../../../core/realtime/users-socket';
import { isolated } from '../../../core/i18n/isolated';
import { Confirm } from '../../../ui/confirm';
import { Dialogs } from '../../../ui/dialogs';
import type { TextDialog } from '../../../ui/text-dialog';
import type { TextQuestion } from '../../../ui/text-question';
import { UserActions } from '../user-actions';
import { UsersStore } from '../users-store';
import type { PhotoDialog, PhotoQuestion } from './photo-dialog';
import { banQuestion, renameQuestion } from './user-questions';

/** Asks what has to be known before a user is changed, and changes them. */
@Service({ autoProvided: false })
export class UserDialogs {
  private readonly dialogs = inject(Dialogs);
  private readonly confirm = inject(Confirm);
  private readonly actions = inject(UserActions);
  private readonly store = inject(UsersStore);
  private readonly socket = inject(UsersSocket);

  ban(user: PublicUser): void {
    void this.ask(banQuestion(user, this.actions), user);
  }

  rename(user: PublicUser): void {
    void this.ask(renameQuestion(user, this.actions), user);
  }

  async changePhoto(user: PublicUser): Promise<void> {
    const { PhotoDialog: component } = await import('../late');
    // As the list has them, or as was heard since: the list draws a little later, and may not have them at all.
    const latest = linkedSignal<PublicUser | undefined, PublicUser>({
      source: () => this.store.view()?.rows.find(({ id }) => id === user.id),
      computation: (row, previous) => row ?? previous?.value ?? user,
    });
    const listening = this.socket.events$.subscribe(({ payload }) => {
      if (payload.id === user.id && 'photoUrl' in payload) latest.set(payload);
    });
    const data: PhotoQuestion = {
      name: user.fullName,
      current: computed(() => latest().photoUrl),
      send: (photo, seen, progress, stop) =>
        this.actions.changePhoto(user, photo, seen, progress, stop).then(
          () => null,
          (error: unknown) => {
            const refusal = toApiError(error);
            if (refusal.code === 'STALE' && v.is(PublicUser, refusal.current)) latest.set(refusal.current);
            return refusal;
          },
        ),
    };
    const dialog = await this.dialogs.open<boolean, PhotoQuestion, PhotoDialog>(() => Promise.resolve(component), {
      data,
      ariaModal: true,
      ariaLabelledBy: 'photo-dialog-title',
      autoFocus: '#photo-choose',
      restoreFocus: `[data-id="${user.id}"]`,
      width: 'min(480px, 100vi - 32px)',
      closePredicate: (result, _config, dialog) => result === true || !(dialog instanceof component) || dialog.mayClose(),
    });
    if (dialog) dialog.closed.subscribe(() => listening.unsubscribe());
    else listening.unsubscribe();
  }

  unban(user: PublicUser): void {
    void this.actions.unban(user);
  }

  async delete(user: PublicUser): Promise<void> {
    const name = isolated(user.fullName);
    const isSure = await this.confirm.ask({
      title: { key: 'users.delete.title', args: { name } },
      body: { key: 'users.delete.body', args: { name, email: isolated(user.email) } },
      action: { key: 'users.delete.action' },
    });
    if (isSure) await this.actions.delete(user);
  }

  /** @param user the one it is about, who gets the focus afterwards. @returns whether it was answered, and the answer sent. */
  async ask(question: TextQuestion, user?: PublicUser): Promise<boolean> {
    const { TextDialog: component } = await import('../late');
    const opened = await this.dialogs.open<boolean, TextQuestion, TextDialog>(() => Promise.resolve(component), {
      data: question,
      ariaModal: true,
      ariaLabelledBy: 'text-dialog-title',
      autoFocus: '#text-dialog-field',
      // By the user's id: their row may be drawn anew meanwhile.
      restoreFocus: user ? `[data-id="${user.id}"]` : true,
      width: 'min(480px, 100vi - 32px)',
      closePredicate: (result, _config, dialog) => result === true || !(dialog instanceof component) || dialog.mayClose(),
    });
    return (opened && (await firstValueFrom(opened.closed, { defaultValue: false }))) ?? false;
  }
}
