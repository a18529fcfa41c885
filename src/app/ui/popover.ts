import { NgTemplateOutlet } from '@angular/common';
import { Component, contentChild, input, signal, type TemplateRef } from '@angular/core';

let made = 0;

/**
 * A button that discloses a small panel beside it. The browser does the work: `popover` closes by Escape and by a click
 * elsewhere, gives focus back and tells assistive technology; the panel is anchored to its button by CSS. What it discloses is a
 * template, made anew each time: closed, it costs nothing, neither when the page starts nor with each second that an age in it grows.
 *
 * @example <app-popover [label]="'shell.account' | t"><span trigger>what the button shows, and is named by</span><ng-template #content>what it discloses</ng-template></app-popover>
 */
@Component({
  selector: 'app-popover',
  imports: [NgTemplateOutlet],
  template: `
    <button type="button" class="button quiet" [attr.popovertarget]="id">
      <ng-content select="[trigger]" />
    </button>
    <div #panel popover role="group" [id]="id" [attr.aria-label]="label()" (beforetoggle)="make($event)" (toggle)="drop(panel)">
      @if (isMade()) {
        <ng-container [ngTemplateOutlet]="content()" />
      }
    </div>
  `,
  styleUrl: './popover.scss',
})
export class Popover {
  /** Names the panel. */
  readonly label = input.required<string>();
  protected readonly content = contentChild.required<TemplateRef<unknown>>('content');
  protected readonly isMade = signal(false);
  protected readonly id = `popover-${String(++made)}`;

  protected make({ newState }: ToggleEvent): void {
    if (newState === 'open') this.isMade.set(true);
  }

  /** Once it has faded out, unless it was opened again meanwhile. */
  protected async drop(panel: HTMLElement): Promise<void> {
    await Promise.allSettled(panel.getAnimations().map(({ finished }) => finished));
    if (!panel.matches(':popover-open')) this.isMade.set(false);
  }
}
