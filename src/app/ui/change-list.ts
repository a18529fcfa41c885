import { Component, input } from '@angular/core';
import { T } from '../core/i18n/texts';
import type { Change } from './seen';

/** From what to what things have changed. */
@Component({
  selector: 'app-change-list',
  imports: [T],
  template: `
    <ul>
      @for (change of changes(); track change.label) {
        <li>
          {{ change.label | t }}: <del dir="auto">{{ change.before }}</del>&ngsp;<ins dir="auto">{{ change.now }}</ins>
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      overflow-wrap: anywhere;
    }

    del {
      color: var(--ink-3);
    }

    ins {
      color: var(--ink);
      text-decoration: none;
    }
  `,
})
export class ChangeList {
  readonly changes = input.required<readonly Change[]>();
}
