import { booleanAttribute, Component, computed, inject, input } from '@angular/core';
import { Language } from '../core/i18n/language';
import { LANGUAGE_FACTS } from '../core/i18n/languages';

/** Offers the other language, by its own name and in its own script. */
@Component({
  selector: 'app-language-switch',
  template: `
    <button type="button" class="button quiet" [class.icon]="compact()" [attr.lang]="other()" (click)="change()">
      @if (compact()) {
        {{ facts().shortName }}
      }
      <span [class.visually-hidden]="compact()">{{ facts().name }}</span>
    </button>
  `,
})
export class LanguageSwitch {
  private readonly language = inject(Language);
  readonly compact = input(false, { transform: booleanAttribute });

  protected readonly other = computed(() => (this.language.code() === 'en' ? 'ar' : 'en'));
  protected readonly facts = computed(() => LANGUAGE_FACTS[this.other()]);

  protected change(): Promise<void> {
    return this.language.use(this.other());
  }
}
