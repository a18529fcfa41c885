import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Asked } from './asked';
import type { Confirmation, ConfirmDialog } from './confirm-dialog';
import { Dialogs } from './dialogs';
import type { Refusal } from './text-question';

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
      ariaDescribedBy: 'confirm-body confirm-changes',
      width: 'min(27.5rem, 100vi - 2rem)',
    });
    return (opened && (await firstValueFrom(opened.closed, { defaultValue: false }))) ?? false;
  }

  /**
   * Asks before something is done to a row. Of one that is another meanwhile it asks again, with what has changed.
   *
   * @param act does it to the row as it was seen, and tells by itself why it was refused.
   * @returns whether it was done.
   */
  async decide<TRow>(asked: Asked<TRow>, question: (row: TRow) => Confirmation, act: (row: TRow) => Promise<Refusal | null>): Promise<boolean> {
    for (;;) {
      const changes = asked.news.changes() ?? [];
      asked.news.acknowledge();
      if (!(await this.ask({ ...question(asked.row()), changes }))) return false;
      if (asked.news.changes() !== null) continue;
      const refusal = asked.take(await act(asked.row()));
      if (refusal?.code !== 'STALE') return refusal === null;
    }
  }
}
