import { Component, input } from '@angular/core';
import { Icon } from './icon';

/** Nothing to show, why that is, and what to do: the content takes a sentence and buttons. */
@Component({
  selector: 'app-empty-state',
  imports: [Icon],
  template: `
    <app-icon [path]="icon()" />
    <h2>{{ heading() }}</h2>
    <ng-content />
  `,
  styles: `
    :host {
      --icon-size: 2rem;

      display: grid;
      justify-items: center;
      gap: var(--s2);
      padding: var(--s7) var(--s4);
      color: var(--ink-2);
      text-align: center;
    }

    app-icon {
      color: var(--ink-3);
    }

    h2 {
      color: var(--ink);
      font: var(--text-l);
      font-weight: 600;
    }
  `,
})
export class EmptyState {
  readonly icon = input.required<string>();
  readonly heading = input.required<string>();
}
