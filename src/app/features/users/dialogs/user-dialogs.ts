import { computed, inject, Injector, Service } from '@angular/core';
import type { UserDecision } from '#contract/user-tag';
import type { PublicUser } from '#contract/users';
import { displayName } from '#contract/visible-text';
import { firstValueFrom } from 'rxjs';
import { toApiError } from '../../../core/api/api-error';
import { isolated } from '../../../core/i18n/isolated';
import type { Asked } from '../../../ui/asked';
import { Confirm } from '../../../ui/confirm';
import type { Confirmation } from '../../../ui/confirm-dialog';
import { Dialogs } from '../../../ui/dialogs';
import type { TextDialog } from '../../../ui/text-dialog';
import type { TextQuestion } from '../../../ui/text-question';
import { UserActions } from '../user-actions';
import type { PhotoDialog, PhotoQuestion } from './photo-dialog';

/** Asks what has to be known before a user is changed, and changes them. */
@Service({ autoProvided: false })
export class UserDialogs {
  private readonly dialogs = inject(Dialogs);
  private readonly confirm = inject(Confirm);
  private readonly actions = inject(UserActions);
  private readonly injector = inject(Injector);

  async ban(user: PublicUser): Promise<void> {
    const { banQuestion } = await import('../late');
    await this.askAbout(user, 'ban', banQuestion);
  }

  async rename(user: PublicUser): Promise<void> {
    const { renameQuestion } = await import('../late');
    await this.askAbout(user, 'rename', renameQuestion);
  }

  async changePhoto(user: PublicUser): Promise<void> {
    const { askedUser, PhotoDialog: component } = await import('../late');
    const asked = askedUser(user, 'photo', this.injector);
    const data: PhotoQuestion = {
      name: displayName(user),
      current: computed(() => asked.newest().photoUrl),
      news: asked.news,
      send: (photo, progress, stop) =>
        this.actions.changePhoto(user, photo, asked.row().photoUrl, progress, stop).then(
          () => null,
          (error: unknown) => asked.take(toApiError(error)),
        ),
    };
    await this.dialogs.open<boolean, PhotoQuestion, PhotoDialog>(() => Promise.resolve(component), {
      data,
      ariaModal: true,
      ariaLabelledBy: 'photo-dialog-title',
      autoFocus: '#photo-choose',
      restoreFocus: `[data-id="${user.id}"]`,
      width: 'min(30rem, 100vi - 2rem)',
      closePredicate: (result, _config, dialog) => result === true || !(dialog instanceof component) || dialog.mayClose(),
    });
  }

  unban(user: PublicUser): void {
    void this.actions.unban(user);
  }

  async delete(user: PublicUser): Promise<void> {
    const { askedUser } = await import('../late');
    const asked = askedUser(user, 'delete', this.injector);
    const question = (row: PublicUser): Confirmation => {
      const args = { name: isolated(displayName(row)), email: isolated(row.email) };
      return { title: { key: 'users.delete.title', args }, body: { key: 'users.delete.body', args }, action: { key: 'users.delete.action' } };
    };
    await this.confirm.decide(asked, question, (row) => this.actions.delete(row));
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
      width: 'min(30rem, 100vi - 2rem)',
      closePredicate: (result, _config, dialog) => result === true || !(dialog instanceof component) || dialog.mayClose(),
    });
    return (opened && (await firstValueFrom(opened.closed, { defaultValue: false }))) ?? false;
  }

  private async askAbout(user: PublicUser, decision: UserDecision, question: (asked: Asked<PublicUser>, actions: UserActions) => TextQuestion): Promise<void> {
    const { askedUser } = await import('../late');
    const asked = askedUser(user, decision, this.injector);
    await this.ask(question(asked, this.actions), user);
  }
}
