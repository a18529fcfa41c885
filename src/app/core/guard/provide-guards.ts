import { DOCUMENT, type EnvironmentProviders, inject, provideAppInitializer } from '@angular/core';
import { leaveComposedKeys } from './composed-keys';
import { keepReplacedTexts } from './replaced-texts';
import { ignoreStrayDrops } from './stray-drops';

/** What holds on every page for as long as it is open. */
export function provideGuards(): EnvironmentProviders {
  return provideAppInitializer(() => {
    leaveComposedKeys(window);
    ignoreStrayDrops(window);
    keepReplacedTexts(inject(DOCUMENT));
  });
}
