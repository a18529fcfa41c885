import { Dialog } from '@angular/cdk/dialog';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ConfirmDialog, type Confirmation } from './confirm-dialog';

/** Asks before something that cannot be undone. */
@Service()
export class Confirm {
  private readonly dialog = inject(Dialog);

  /** @returns whether to go on; Escape and a click beside the dialog mean no. */
  async ask(confirmation: Confirmation): Promise<boolean> {
    const opened = this.dialog.open<boolean, Confirmation, ConfirmDialog>(ConfirmDialog, {
      data: confirmation,
      role: 'alertdialog',
      ariaModal: true,
      ariaLabelledBy: 'confirm-title',
      ariaDescribedBy: 'confirm-body',
      width: 'min(440px, 100vi - 32px)',
    });
    return (await firstValueFrom(opened.closed, { defaultValue: false })) ?? false;
  }
}
