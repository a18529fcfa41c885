import { Directionality } from '@angular/cdk/bidi';
import { computed, DOCUMENT, effect, inject, Service, untracked, type Signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { preference } from '../preference';
import { LANGUAGE_FACTS, LANGUAGES, preferredLanguage, type LanguageCode } from './languages';
import { COMMON_TEXTS, type TextPart } from './text-parts';

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
  /** The parts of the product in use, each with the languages that it has been loaded in. */
  private readonly parts = new Map<TextPart, Set<LanguageCode>>([[COMMON_TEXTS, new Set()]]);

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
    await this.load(() => code);
    // Whoever changes their mind while it loads gets what they chose last.
    if (this.wanted === code) this.choice.set(code);
  }

  /** Resolves once a part's texts are here in the language on the screen; from now on it follows the language. Rejects when they cannot be loaded. */
  async need(part: TextPart): Promise<void> {
    if (!this.parts.has(part)) this.parts.set(part, new Set());
    await this.load(() => untracked(this.code));
  }

  private async show(code: LanguageCode): Promise<void> {
    await this.load(() => code);
    if (code !== this.choice.value()) return;
    const { direction } = LANGUAGE_FACTS[code];
    this.transloco.setActiveLang(code);
    this.document.documentElement.lang = code;
    this.document.documentElement.dir = direction;
    this.directionality.valueSignal.set(direction);
    this.directionality.change.emit(direction);
  }

  /** Loads what is missing in a language, until nothing is: while it loads a page may open, or the language change. */
  private async load(language: () => LanguageCode): Promise<void> {
    for (let missing = this.missing(language()); missing.length > 0; missing = this.missing(language())) {
      const code = language();
      await Promise.all(
        missing.map(async (part) => {
          this.transloco.setTranslation((await part[code]()).default, code, { emitChange: false });
          this.parts.get(part)?.add(code);
        }),
      );
    }
  }

  private missing(code: LanguageCode): readonly TextPart[] {
    return [...this.parts].filter(([, loaded]) => !loaded.has(code)).map(([part]) => part);
  }
}
