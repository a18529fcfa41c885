import { Component, computed, inject } from '@angular/core';
import { Language } from './language';
import { LANGUAGE_FACTS } from './languages';

/** Offers the other language, by its own name and in its own script. */
@Component({
  selector: 'app-language-switch',
  template: `<button type="button" class="button quiet" [attr.lang]="other()" (click)="change()">{{ name() }}</button>`,
})
export class LanguageSwitch {
  private readonly language = inject(Language);
  protected readonly other = computed(() => (this.language.code() === 'en' ? 'ar' : 'en'));
  protected readonly name = computed(() => LANGUAGE_FACTS[this.other()].name);

  protected change(): Promise<void> {
    return this.language.use(this.other());
  }
}
