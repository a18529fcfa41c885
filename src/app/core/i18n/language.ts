import { Directionality } from '@angular/cdk/bidi';
import { computed, DOCUMENT, effect, inject, Service, untracked, type Signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { preference } from '../preference';
import { LANGUAGE_FACTS, LANGUAGES, preferredLanguage, type LanguageCode } from './languages';

/**
 * The language of the page. It changes at run time and everywhere at once: texts, formats, `lang` and `dir` of the document,
 * and the direction that overlays take.
 */
@Service()
export class Language {
  private readonly document = inject(DOCUMENT);
  private readonly transloco = inject(TranslocoService);
  private readonly directionality = inject(Directionality);
  private readonly choice = preference<LanguageCode>('moien.language', LANGUAGES, preferredLanguage(this.document.defaultView?.navigator.languages ?? []));

  private wanted: LanguageCode | undefined;

  /** The language on the screen: its texts are loaded. */
  readonly code = this.transloco.activeLang as Signal<LanguageCode>;
  readonly locale = computed(() => LANGUAGE_FACTS[this.code()].locale);

  constructor() {
    // Another tab may choose as well.
    effect(() => {
      const chosen = this.choice.value();
      if (chosen !== untracked(this.code)) void this.show(chosen);
    });
  }

  /** Shows the stored or the browser's language; the app waits for it before it renders. */
  start(): Promise<void> {
    return this.show(this.choice.value());
  }

  /** Changes the language and remembers it. Rejects, and changes nothing, when its texts cannot be loaded. */
  async use(code: LanguageCode): Promise<void> {
    this.wanted = code;
    await firstValueFrom(this.transloco.load(code));
    // Whoever changes their mind while it loads gets what they chose last.
    if (this.wanted === code) this.choice.set(code);
  }

  private async show(code: LanguageCode): Promise<void> {
    await firstValueFrom(this.transloco.load(code));
    if (code !== this.choice.value()) return;
    const { direction } = LANGUAGE_FACTS[code];
    this.transloco.setActiveLang(code);
    this.document.documentElement.lang = code;
    this.document.documentElement.dir = direction;
    this.directionality.valueSignal.set(direction);
    this.directionality.change.emit(direction);
  }
}
