import { inject } from '@angular/core';
import type { Translation } from '@jsverse/transloco';
import { Language } from './language';
import type { LanguageCode } from './languages';

/** The texts of one part of the product, each language in a chunk of its own: nobody loads words for pages they do not open. */
export type TextPart = Readonly<Record<LanguageCode, () => Promise<{ default: Translation }>>>;

/** What every page may need, the sign-in page too. */
export const COMMON_TEXTS: TextPart = {
  en: () => import('./texts/common.en.json'),
  ar: () => import('./texts/common.ar.json'),
};

/** What every page behind sign-in may need. */
export const SHELL_TEXTS: TextPart = {
  en: () => import('./texts/shell.en.json'),
  ar: () => import('./texts/shell.ar.json'),
};

/**
 * Loads a part of the product together with its texts. Rejects when either cannot be had, and so tries again next time.
 *
 * @example { path: 'users', loadChildren: withTexts(PAGE_TEXTS.users, () => import('…').then((file) => file.usersRoutes)) }
 */
export function withTexts<T>(part: TextPart, load: () => Promise<T>): () => Promise<T> {
  return async () => {
    const [loaded] = await Promise.all([load(), inject(Language).need(part)]);
    return loaded;
  };
}
