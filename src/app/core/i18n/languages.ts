import type { Direction } from '@angular/cdk/bidi';

export const LANGUAGES = ['en', 'ar'] as const;
export type LanguageCode = (typeof LANGUAGES)[number];

interface LanguageFacts {
  /** Its name in itself: someone who cannot read the current language must find it. */
  readonly name: string;
  /** The same where there is little room. */
  readonly shortName: string;
  readonly direction: Direction;
  /**
   * For `Intl`. English is British: days before months, 24 hours. Arabic prose takes Arabic-Indic digits and the Gregorian
   * calendar, said outright because browsers differ in what plain `ar` means. What is copied, dialled or compared (phones,
   * e-mails, ids, codes) is never formatted and keeps its Latin digits, isolated left to right.
   */
  readonly locale: string;
}

export const LANGUAGE_FACTS: Readonly<Record<LanguageCode, LanguageFacts>> = {
  en: { name: 'English', shortName: 'EN', direction: 'ltr', locale: 'en-GB' },
  ar: { name: 'العربية', shortName: 'ع', direction: 'rtl', locale: 'ar-u-ca-gregory-nu-arab' },
};

/** @returns the first of a browser's languages that we speak; English when there is none. */
export function preferredLanguage(tags: readonly string[]): LanguageCode {
  const spoken = tags.map((tag) => LANGUAGES.find((code) => tag === code || tag.startsWith(`${code}-`)));
  return spoken.find((code) => code !== undefined) ?? 'en';
}
