import { Component, computed, inject, input } from '@angular/core';
import { mdiAlertCircleOutline, mdiCheck, mdiSkipNextOutline } from '@mdi/js';
import { displayName } from '#contract/visible-text';
import { ErrorTexts } from '../../../core/i18n/error-texts';
import { T } from '../../../core/i18n/texts';
import { ChangeList } from '../../../ui/change-list';
import { Icon } from '../../../ui/icon';
import { UserChanges } from '../user-changes';
import type { BulkVerb, RowResult } from './bulk-run';

/** What became of one user: done, or why not. Of whom somebody changed meanwhile, as they were and as they are. */
@Component({
  selector: 'li[appBulkResult]',
  imports: [ChangeList, Icon, T],
  templateUrl: './bulk-result.html',
  styleUrl: './bulk-result.scss',
})
export class BulkResult {
  private readonly differences = inject(UserChanges);
  protected readonly displayName = displayName;
  protected readonly errorTexts = inject(ErrorTexts);
  readonly result = input.required<RowResult>({ alias: 'appBulkResult' });
  readonly verb = input.required<BulkVerb>();

  protected readonly icon = computed(() => {
    const { kind } = this.result().outcome;
    return kind === 'done' ? mdiCheck : kind === 'failed' ? mdiAlertCircleOutline : mdiSkipNextOutline;
  });
  protected readonly changes = computed(() => {
    const { user, outcome } = this.result();
    return outcome.kind === 'changed' ? this.differences.between(user, outcome.now) : [];
  });
}
