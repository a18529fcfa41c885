import { inject, Injector, Service } from '@angular/core';
import type { AdminStaffListed } from '#contract/admin-staff';
import type { StaffDecision } from '#contract/staff-tag';
import { shownName } from '#contract/visible-text';
import { toApiError } from '../../core/api/api-error';
import { isolated } from '../../core/i18n/isolated';
import type { Asked } from '../../ui/asked';
import { Confirm } from '../../ui/confirm';
import type { Confirmation } from '../../ui/confirm-dialog';
import { Dialogs } from '../../ui/dialogs';
import type { TextDialog } from '../../ui/text-dialog';
import type { TextQuestion } from '../../ui/text-question';
import type { StaffForm, StaffFormData } from './form/staff-form';
import { StaffActions } from './staff-actions';

/** Asks what has to be known before an account is made, banned or deleted, and does it. */
@Service({ autoProvided: false })
export class StaffDialogs {
  private readonly dialogs = inject(Dialogs);
  private readonly confirm = inject(Confirm);
  private readonly actions = inject(StaffActions);
  private readonly injector = inject(Injector);

  async create(): Promise<void> {
    const { StaffForm: component } = await import('./late');
    await this.dialogs.open<boolean, StaffFormData, StaffForm>(() => Promise.resolve(component), {
      data: { send: (details, photo) => this.actions.create(details, photo).then(() => null, toApiError) },
      ariaModal: true,
      ariaLabelledBy: 'staff-form-title',
      autoFocus: '#staff-name',
      width: 'min(35rem, 100vi - 2rem)',
      closePredicate: (result, _config, form) => result === true || !(form instanceof component) || form.mayClose(),
    });
  }

  async ban(admin: AdminStaffListed): Promise<void> {
    const { banQuestion, TextDialog: component } = await import('./late');
    await this.dialogs.open<boolean, TextQuestion, TextDialog>(() => Promise.resolve(component), {
      data: banQuestion(await this.asked(admin, 'ban'), this.actions),
      ariaModal: true,
      ariaLabelledBy: 'text-dialog-title',
      autoFocus: '#text-dialog-field',
      restoreFocus: `[data-id="${admin.id}"]`,
      width: 'min(30rem, 100vi - 2rem)',
      closePredicate: (result, _config, dialog) => result === true || !(dialog instanceof component) || dialog.mayClose(),
    });
  }

  unban(admin: AdminStaffListed): void {
    void this.actions.unban(admin);
  }

  async delete(admin: AdminStaffListed): Promise<void> {
    const asked = await this.asked(admin, 'delete');
    const question = ({ name, email }: AdminStaffListed): Confirmation => {
      const args = { name: isolated(shownName(name, email)), email: isolated(email) };
      return { title: { key: 'staff.delete.title', args }, body: { key: 'staff.delete.body', args }, action: { key: 'staff.delete.action' } };
    };
    await this.confirm.decide(asked, question, (row) => this.actions.delete(row));
  }

  private async asked(admin: AdminStaffListed, about: StaffDecision): Promise<Asked<AdminStaffListed>> {
    const { askedAdmin } = await import('./late');
    return askedAdmin(admin, about, this.injector);
  }
}
