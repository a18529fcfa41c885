import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { T } from '../core/i18n/texts';
import type { Message } from '../core/i18n/translations';
import { ChangeList } from './change-list';
import type { Change } from './seen';

/** What is asked before something that cannot be undone. */
export interface Confirmation {
  readonly title: Message;
  /** What will go, by name. */
  readonly body: Message;
  /** What somebody else changed since it was asked the last time. */
  readonly changes?: readonly Change[];
  /** The verb on the button that does it: "Delete", never "OK". */
  readonly action: Message;
}

/** The question of `Confirm`. Focus starts on Cancel, so that a stray Enter destroys nothing. */
@Component({
  selector: 'app-confirm-dialog',
  imports: [ChangeList, T],
  template: `
    <h2 id="confirm-title">{{ ask.title.key | t: ask.title.args }}</h2>
    <p id="confirm-body">{{ ask.body.key | t: ask.body.args }}</p>
    @if (ask.changes && ask.changes.length > 0) {
      <p class="changed">{{ 'changed.since' | t }}</p>
      <app-change-list id="confirm-changes" [changes]="ask.changes" />
    }
    <footer>
      <button type="button" class="button" (click)="dialog.close(false)">{{ 'common.cancel' | t }}</button>
      <button type="button" class="button destructive" (click)="dialog.close(true)">{{ ask.action.key | t: ask.action.args }}</button>
    </footer>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s3);
      padding: var(--s5);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--card);
      box-shadow: var(--shadow);
    }

    h2 {
      font: var(--text-l);
      font-weight: 700;
      overflow-wrap: anywhere;
    }

    p {
      color: var(--ink-2);
      overflow-wrap: anywhere;
    }

    footer {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: var(--s2);
      margin-block-start: var(--s3);
    }
  `,
})
export class ConfirmDialog {
  protected readonly ask = inject<Confirmation>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<boolean, ConfirmDialog>>(DialogRef);
}
