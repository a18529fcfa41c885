import { afterNextRender, Component, inject, ViewContainerRef } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Theme } from './core/theme/theme';

@Component({
  selector: 'app-root',
  imports: [RouterOutlet],
  template: `<router-outlet />`,
})
export class App {
  private readonly place = inject(ViewContainerRef);

  constructor() {
    // The theme lives as long as the page, signed in or not.
    inject(Theme);
    // Nobody has to wait for messages: they come once the page is there, beside it.
    afterNextRender(() => void this.loadMessages());
  }

  private async loadMessages(): Promise<void> {
    const { Messages } = await import('./aside');
    // Read, then made: in two tasks, between which a slow phone answers.
    setTimeout(() => this.place.createComponent(Messages));
  }
}
