import { Component, input } from '@angular/core';

/** Keys to press, as on a keyboard: left to right in any language. */
@Component({
  selector: 'app-keys',
  template: `
    @for (name of names(); track $index) {
      <kbd>{{ name }}</kbd>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      gap: var(--s1);
    }

    kbd {
      display: grid;
      place-items: center;
      min-inline-size: 1.5rem;
      min-block-size: 1.375rem;
      padding-inline: 0.375rem;
      border: 1px solid var(--line);
      border-radius: var(--s1);
      background: var(--page);
      color: var(--ink-2);
      font: var(--text-xs);
      font-weight: 600;
    }
  `,
  host: { dir: 'ltr' },
})
export class Keys {
  readonly names = input.required<readonly string[]>();
}
