import { computed, effect, inject, Service, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';
import { Texts } from './i18n/texts';
import type { MessageKey } from './i18n/translations';

/**
 * The title of the page, for the tab and for the top bar, in the active language. A route names its title by key:
 * `title: 'pages.users' satisfies MessageKey`.
 */
@Service()
export class PageTitles extends TitleStrategy {
  private readonly texts = inject(Texts);
  private readonly title = inject(Title);
  private readonly key = signal<MessageKey>('app.name');
  readonly current = computed(() => this.texts.get(this.key()));

  constructor() {
    super();
    effect(() => this.title.setTitle(this.texts.get('app.pageTitle', { page: this.current() })));
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    // The router types titles as plain text; `satisfies` at each route holds them to keys.
    this.key.set((this.buildTitle(snapshot) as MessageKey | undefined) ?? 'app.name');
  }
}
