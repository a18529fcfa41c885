import { Component, type ElementRef, input, output, viewChild } from '@angular/core';
import { T } from '../core/i18n/texts';
import type { MessageKey } from '../core/i18n/translations';
import { ChangeList } from './change-list';
import type { Change } from './seen';

/** Says that somebody else changed what a question is about, from what to what, and asks to be told once it has been looked at. */
@Component({
  selector: 'app-changed-notice',
  imports: [ChangeList, T],
  template: `
    <div role="status">
      <p>{{ text() | t }}</p>
      @if (changes().length > 0) {
        <app-change-list [changes]="changes()" />
      }
    </div>
    <button #button type="button" class="button" (click)="seen.emit()">{{ 'changed.seen' | t }}</button>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s3);
      align-items: center;
      justify-content: space-between;
      padding: var(--s3);
      border-radius: var(--radius);
      background: var(--warn-soft);
      color: var(--warn);
    }

    div {
      flex: 1 1 12.5rem;
      min-inline-size: 0;
    }
  `,
})
export class ChangedNotice {
  readonly text = input<MessageKey>('changed.title');
  readonly changes = input<readonly Change[]>([]);
  /** It has been looked at. */
  readonly seen = output();
  private readonly button = viewChild.required<ElementRef<HTMLElement>>('button');

  /** Where the focus goes when somebody would send all the same. */
  focus(): void {
    this.button().nativeElement.focus();
  }
}
