import { inject, Service } from '@angular/core';
import { type AdminStaffListed, BanAdmin } from '#contract/admin-staff';
import * as v from 'valibot';
import { toApiError } from '../../core/api/api-error';
import { isolated } from '../../core/i18n/isolated';
import { Confirm } from '../../ui/confirm';
import { Dialogs } from '../../ui/dialogs';
import type { TextDialog } from '../../ui/text-dialog';
import type { TextQuestion } from '../../ui/text-question';
import type { StaffForm, StaffFormData } from './form/staff-form';
import { StaffActions } from './staff-actions';

const REASON_MAX = 500;

/** Asks what has to be known before an account is made, banned or deleted, and does it. */
@Service({ autoProvided: false })
export class StaffDialogs {
  private readonly dialogs = inject(Dialogs);
  private readonly confirm = inject(Confirm);
  private readonly actions = inject(StaffActions);

  async create(): Promise<void> {
    const { StaffForm: component } = await import('./late');
    await this.dialogs.open<boolean, StaffFormData, StaffForm>(() => Promise.resolve(component), {
      data: { send: (details, photo) => this.actions.create(details, photo).then(() => null, toApiError) },
      ariaModal: true,
      ariaLabelledBy: 'staff-form-title',
      autoFocus: '#staff-name',
      width: 'min(560px, 100vi - 32px)',
      closePredicate: (result, _config, form) => result === true || !(form instanceof component) || form.mayClose(),
    });
  }

  async ban(admin: AdminStaffListed): Promise<void> {
    const { TextDialog: component } = await import('./late');
    await this.dialogs.open<boolean, TextQuestion, TextDialog>(() => Promise.resolve(component), {
      data: banQuestion(admin, this.actions),
      ariaModal: true,
      ariaLabelledBy: 'text-dialog-title',
      autoFocus: '#text-dialog-field',
      restoreFocus: `[data-id="${admin.id}"]`,
      width: 'min(480px, 100vi - 32px)',
      closePredicate: (result, _config, dialog) => result === true || !(dialog instanceof component) || dialog.mayClose(),
    });
  }

  unban(admin: AdminStaffListed): void {
    void this.actions.unban(admin);
  }

  async delete(admin: AdminStaffListed): Promise<void> {
    const name = isolated(admin.name);
    const isSure = await this.confirm.ask({
      title: { key: 'staff.delete.title', args: { name } },
      body: { key: 'staff.delete.body', args: { name, email: isolated(admin.email) } },
      action: { key: 'staff.delete.action' },
    });
    if (isSure) await this.actions.delete(admin);
  }
}

function banQuestion(admin: AdminStaffListed, actions: StaffActions): TextQuestion {
  return {
    title: { key: 'staff.ban.title', args: { name: isolated(admin.name) } },
    note: 'staff.ban.note',
    label: 'staff.ban.reason',
    action: 'staff.ban.action',
    sending: 'staff.ban.sending',
    isDestructive: true,
    language: 'en',
    maxLength: REASON_MAX,
    initial: '',
    complaint: (text) => {
      if (text.trim() === '') return 'staff.ban.missing';
      return v.is(BanAdmin, { reason: text }) ? null : 'staff.malformed';
    },
    send: (text) => actions.ban(admin, text.trim()).then(() => null, toApiError),
  };
}
