import { inject, isDevMode, makeEnvironmentProviders, provideAppInitializer, type EnvironmentProviders } from '@angular/core';
import { provideTransloco, TRANSLOCO_TRANSPILER } from '@jsverse/transloco';
import { IcuTranspiler } from './icu-transpiler';
import { Language } from './language';
import { LANGUAGES } from './languages';

/** Texts and formats in two languages. The app starts once the chosen one has loaded, so that no key is ever seen. */
export function provideI18n(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideTransloco({
      config: { availableLangs: [...LANGUAGES], defaultLang: 'en', reRenderOnLangChange: true, prodMode: !isDevMode(), flatten: { aot: true } },
    }),
    { provide: TRANSLOCO_TRANSPILER, useExisting: IcuTranspiler },
    provideAppInitializer(() => inject(Language).start()),
  ]);
}
