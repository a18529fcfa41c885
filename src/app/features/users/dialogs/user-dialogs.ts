import { inject, Service } from '@angular/core';
import type { PublicUser } from '#contract/users';
import { isolated } from '../../../core/i18n/isolated';
import { Confirm } from '../../../ui/confirm';
import { Dialogs } from '../../../ui/dialogs';
import type { TextDialog } from '../../../ui/text-dialog';
import type { TextQuestion } from '../../../ui/text-question';
import { UserActions } from '../user-actions';
import { banQuestion, renameQuestion } from './user-questions';

/** Asks what has to be known before a user is changed, and changes them. */
@Service({ autoProvided: false })
export class UserDialogs {
  private readonly dialogs = inject(Dialogs);
  private readonly confirm = inject(Confirm);
  private readonly actions = inject(UserActions);

  ban(user: PublicUser): void {
    void this.ask(user, banQuestion(user, this.actions));
  }

  rename(user: PublicUser): void {
    void this.ask(user, renameQuestion(user, this.actions));
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

  private async ask(user: PublicUser, question: TextQuestion): Promise<void> {
    const { TextDialog: component } = await import('../late');
    await this.dialogs.open<boolean, TextQuestion, TextDialog>(() => Promise.resolve(component), {
      data: question,
      ariaModal: true,
      ariaLabelledBy: 'text-dialog-title',
      autoFocus: '#text-dialog-field',
      // By the user's id: their row may be drawn anew meanwhile.
      restoreFocus: `[data-id="${user.id}"]`,
      width: 'min(480px, 100vi - 32px)',
      closePredicate: (result, _config, dialog) => result === true || !(dialog instanceof component) || dialog.mayClose(),
    });
  }
}
