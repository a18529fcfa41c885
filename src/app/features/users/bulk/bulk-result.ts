import { Component, computed, inject, input } from '@angular/core';
import { mdiAlertCircleOutline, mdiCheck, mdiSkipNextOutline } from '@mdi/js';
import { ErrorTexts } from '../../../core/i18n/error-texts';
import { T } from '../../../core/i18n/texts';
import { Icon } from '../../../ui/icon';
import { COLUMN_IDS } from '../columns/columns';
import { CellText } from './cell-text';
import type { BulkVerb, RowResult } from './bulk-run';

/** What became of one user: done, or why not. Of whom somebody changed meanwhile, as they were and as they are. */
@Component({
  selector: 'li[appBulkResult]',
  imports: [Icon, T],
  templateUrl: './bulk-result.html',
  styleUrl: './bulk-result.scss',
})
export class BulkResult {
  private readonly cells = inject(CellText);
  protected readonly errorTexts = inject(ErrorTexts);
  readonly result = input.required<RowResult>({ alias: 'appBulkResult' });
  readonly verb = input.required<BulkVerb>();

  protected readonly icon = computed(() => {
    const { kind } = this.result().outcome;
    return kind === 'done' ? mdiCheck : kind === 'failed' ? mdiAlertCircleOutline : mdiSkipNextOutline;
  });
  protected readonly changes = computed(() => {
    const { user, outcome } = this.result();
    if (outcome.kind !== 'changed') return [];
    return COLUMN_IDS.filter((column) => outcome.columns.has(column)).map((column) => ({
      column,
      before: this.cells.get(user, column),
      now: this.cells.get(outcome.now, column),
    }));
  });
}
