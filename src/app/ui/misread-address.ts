import { Component, input, output } from '@angular/core';
import { mdiLinkVariantOff } from '@mdi/js';
import { T } from '../core/i18n/texts';
import { EmptyState } from './empty-state';

/** Stands in place of a list whose address asks for something that is not understood: nothing is shown rather than more than was asked for. */
@Component({
  selector: 'app-misread-address',
  imports: [EmptyState, T],
  template: `
    <app-empty-state role="alert" [icon]="icon" [heading]="'address.misread' | t">
      <p>{{ 'address.misreadHint' | t }}</p>
      <p class="parts">
        @for (part of parts(); track $index) {
          <bdi dir="ltr">{{ part }}</bdi>
        }
      </p>
      <button type="button" class="button" (click)="resetWanted.emit()">{{ 'address.reset' | t }}</button>
    </app-empty-state>
  `,
  styles: `
    .parts {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
      justify-content: center;
      max-inline-size: 100%;
      overflow-wrap: anywhere;
    }

    bdi {
      padding-inline: var(--s2);
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
  `,
})
export class MisreadAddress {
  protected readonly icon = mdiLinkVariantOff;
  /** As `name=value`. */
  readonly parts = input.required<readonly string[]>();
  readonly resetWanted = output();
}
