import { DOCUMENT, effect, inject, Service } from '@angular/core';
import { preference } from '../preference';

export const THEMES = ['auto', 'light', 'dark', 'contrast'] as const;
/** `auto` follows the system; `contrast` is High contrast. The colours of each are in `styles/_tokens.scss`. */
export type ThemeName = (typeof THEMES)[number];

/** The chosen theme, as `data-theme` on the root element. The script in index.html has set it before the first paint. */
@Service()
export class Theme {
  private readonly choice = preference<ThemeName>('moien.theme', THEMES, 'dark');
  readonly name = this.choice.value;

  constructor() {
    const root = inject(DOCUMENT).documentElement;
    effect(() => root.setAttribute('data-theme', this.name()));
  }

  use(name: ThemeName): void {
    this.choice.set(name);
  }
}
