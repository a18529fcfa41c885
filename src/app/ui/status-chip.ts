import { Component, input } from '@angular/core';

/** What a status means for whoever reads the list. */
export type Tone = 'neutral' | 'ok' | 'warn' | 'bad';

/**
 * A status as a dot and a word: never by colour alone.
 *
 * @example <app-status-chip tone="ok">Active</app-status-chip>
 */
@Component({
  selector: 'app-status-chip',
  template: `<i></i><ng-content />`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      block-size: 1.5rem;
      padding-inline: var(--s2);
      border-radius: var(--round);
      background: var(--chip-soft);
      color: var(--chip);
      font: var(--text-xs);
      white-space: nowrap;

      --chip: var(--ink-2);
      --chip-soft: var(--raised);
    }

    :host([data-tone='ok']) {
      --chip: var(--ok);
      --chip-soft: var(--ok-soft);
    }

    :host([data-tone='warn']) {
      --chip: var(--warn);
      --chip-soft: var(--warn-soft);
    }

    :host([data-tone='bad']) {
      --chip: var(--bad);
      --chip-soft: var(--bad-soft);
    }

    i {
      inline-size: 0.5rem;
      block-size: 0.5rem;
      border-radius: var(--round);
      background: currentColor;
    }

    @media (forced-colors: active) {
      :host {
        border: 1px solid;
        /* The plate that browsers put behind text would lie over the border, and the dot would have no colour. */
        forced-color-adjust: none;
        background: Canvas;
        color: CanvasText;
      }
    }
  `,
  host: { '[attr.data-tone]': 'tone()' },
})
export class StatusChip {
  readonly tone = input<Tone>('neutral');
}
