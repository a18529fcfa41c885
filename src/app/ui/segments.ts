import { Component, input, output } from '@angular/core';
import { T } from '../core/i18n/texts';
import type { MessageArgs, MessageKey } from '../core/i18n/translations';
import { Icon } from './icon';

/** One of the things to choose from. */
export interface Segment<T extends string> {
  readonly value: T;
  readonly label: MessageKey;
  readonly args?: MessageArgs;
  /** A path from `@mdi/js`; where there is little room it stands alone. */
  readonly icon?: string;
}

let made = 0;

/**
 * A choice of one among few, side by side: radio buttons underneath, so arrows move between them.
 *
 * @example <app-segments [name]="'users.column.status' | t" [segments]="statuses" [value]="status()" (chosen)="filter($event)" />
 */
@Component({
  selector: 'app-segments',
  imports: [Icon, T],
  template: `
    <fieldset>
      <legend class="visually-hidden">{{ name() }}</legend>
      @for (segment of segments(); track segment.value) {
        <label>
          <input type="radio" class="visually-hidden" [name]="group" [checked]="segment.value === value()" (change)="chosen.emit(segment.value)" />
          <span class="segment">
            @if (segment.icon; as icon) {
              <app-icon [path]="icon" />
            }
            <span [class.may-hide]="segment.icon">{{ segment.label | t: segment.args }}</span>
          </span>
        </label>
      }
    </fieldset>
  `,
  styleUrl: './segments.scss',
})
export class Segments<T extends string> {
  /** What is chosen here. */
  readonly name = input.required<string>();
  readonly segments = input.required<readonly Segment<T>[]>();
  readonly value = input.required<T>();
  readonly chosen = output<T>();

  protected readonly group = `segments-${String(++made)}`;
}
