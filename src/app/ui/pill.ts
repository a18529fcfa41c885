import { Component } from '@angular/core';
import { mdiArrowUp } from '@mdi/js';
import { Icon } from './icon';

/**
 * Changes that wait for the reader: a button that floats over the head of a list and brings them in.
 *
 * @example <button appPill (click)="list.release()">{{ 'users.waiting' | t: waiting() }}</button>
 */
@Component({
  selector: 'button[appPill]',
  imports: [Icon],
  template: `<app-icon [path]="arrow" /><ng-content />`,
  styles: `
    :host {
      --icon-size: 1rem;

      display: inline-flex;
      align-items: center;
      gap: var(--s1);
      block-size: 2rem;
      padding-inline: var(--s3) var(--s4);
      border: 0;
      border-radius: var(--round);
      background: var(--accent);
      box-shadow: var(--shadow);
      color: var(--accent-ink);
      font-weight: 600;
      white-space: nowrap;
      cursor: pointer;
      animation: arrive var(--calm) var(--ease);
    }

    @keyframes arrive {
      from {
        opacity: 0;
        transform: translateY(-0.5rem);
      }
    }
  `,
  host: { type: 'button' },
})
export class Pill {
  protected readonly arrow = mdiArrowUp;
}
