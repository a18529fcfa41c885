import { Component, input, output } from '@angular/core';

let made = 0;

/**
 * A button that discloses a small panel beside it. The browser does the work: `popover` closes by Escape and by a click
 * elsewhere, gives focus back and tells assistive technology; the panel is anchored to its button by CSS.
 *
 * @example <app-popover [label]="'shell.account' | t"><span trigger>what the button shows, and is named by</span> what it discloses</app-popover>
 */
@Component({
  selector: 'app-popover',
  template: `
    <button type="button" class="button quiet" [attr.popovertarget]="id">
      <ng-content select="[trigger]" />
    </button>
    <div popover role="group" [id]="id" [attr.aria-label]="label()" (beforetoggle)="note($event)"><ng-content /></div>
  `,
  styleUrl: './popover.scss',
})
export class Popover {
  /** Names the panel. */
  readonly label = input.required<string>();
  /** It is about to show what it discloses. */
  readonly opened = output();
  protected readonly id = `popover-${String(++made)}`;

  protected note(event: Event): void {
    if ((event as ToggleEvent).newState === 'open') this.opened.emit();
  }
}
