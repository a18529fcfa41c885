import type { Translation } from '@jsverse/transloco';
import type { LanguageCode } from './languages';

/** The texts of one part of the product, each language in a chunk of its own: nobody loads words for pages they do not open. */
export type TextPart = Readonly<Record<LanguageCode, () => Promise<{ default: Translation }>>>;

/** What every page may need, the sign-in page too. */
export const COMMON_TEXTS: TextPart = {
  en: () => import('./compiled/common.en.json'),
  ar: () => import('./compiled/common.ar.json'),
};

/** What every page behind sign-in may need. */
export const SHELL_TEXTS: TextPart = {
  en: () => import('./compiled/shell.en.json'),
  ar: () => import('./compiled/shell.ar.json'),
};
