import { Service } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';
import type { LanguageCode } from './languages';
import type en from './en.json';

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string];

/** Every text there is, by its path in en.json: a key that is not there does not compile, in templates either. */
export type MessageKey = Leaves<typeof en>;

/** What an ICU message's arguments are filled with. */
export type MessageArgs = Readonly<Record<string, string | number>>;

/** A text not yet put into words, so that it follows the language for as long as it is shown. */
export interface Message {
  readonly key: MessageKey;
  readonly args?: MessageArgs;
}

const TRANSLATIONS: Readonly<Record<LanguageCode, () => Promise<{ default: Translation }>>> = {
  en: () => import('./en.json'),
  ar: () => import('./ar.json'),
};

/** Gives Transloco a language's texts from a chunk of their own, so that only the active language is loaded. */
@Service()
export class TranslationLoader implements TranslocoLoader {
  async getTranslation(code: LanguageCode): Promise<Translation> {
    return (await TRANSLATIONS[code]()).default;
  }
}
