import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Confirmation, ConfirmDialog } from './confirm-dialog';
import { Dialogs } from './dialogs';

const loadConfirmDialog = async (): Promise<typeof ConfirmDialog> => (await import('./dialogs-kit')).ConfirmDialog;

/** Asks before something that cannot be undone. */
@Service()
export class Confirm {
  private readonly dialogs = inject(Dialogs);

  /** @returns whether to go on; Escape and a click beside the dialog mean no. */
  async ask(confirmation: Confirmation): Promise<boolean> {
    const opened = await this.dialogs.open<boolean, Confirmation, ConfirmDialog>(loadConfirmDialog, {
      data: confirmation,
      role: 'alertdialog',
      ariaModal: true,
      ariaLabelledBy: 'confirm-title',
      ariaDescribedBy: 'confirm-body',
      width: 'min(440px, 100vi - 32px)',
    });
    return (opened && (await firstValueFrom(opened.closed, { defaultValue: false }))) ?? false;
  }
}
