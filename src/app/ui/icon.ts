import { booleanAttribute, Component, input } from '@angular/core';

/**
 * An icon, by its path from `@mdi/js`. Decoration only: whatever holds it has the name.
 *
 * @example <app-icon [path]="mdiMagnify" />
 */
@Component({
  selector: 'app-icon',
  template: `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path fill="currentColor" [attr.d]="path()" /></svg>`,
  styles: `
    :host {
      display: inline-grid;
      flex: none;
      inline-size: var(--icon-size, 1.25rem);
      block-size: var(--icon-size, 1.25rem);
    }

    :host(.directional):dir(rtl) {
      transform: scaleX(-1);
    }
  `,
  host: { '[class.directional]': 'directional()' },
})
export class Icon {
  readonly path = input.required<string>();
  /** Points along the line of text (arrows, sign-out), so it is mirrored in Arabic. */
  readonly directional = input(false, { transform: booleanAttribute });
}
