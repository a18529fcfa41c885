/** The languages that letters to people are written in. */
export type LetterLanguage = 'en' | 'ar';

/** Names and placeholders: they say nothing about the language around them. */
const SET_IN = /\u2068[^\u2069]*\u2069|\{\w+\}/gu;

/** @returns the language that most letters of a text belong to: a partner's own language is not recorded. */
export function languageOf(text: string): LetterLanguage {
  const letters = text.replace(SET_IN, '').match(/\p{L}/gu) ?? [];
  const arabic = letters.filter((letter) => /\p{Script=Arabic}/u.test(letter));
  return arabic.length * 2 > letters.length ? 'ar' : 'en';
}

/** What runs in the other direction than the language. In Arabic also what has no direction of its own, such as 24/7. */
const FOREIGN: Readonly<Record<LetterLanguage, RegExp>> = {
  en: /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u,
  ar: /(?!\p{Script=Arabic})[\p{L}\p{N}]/u,
};

/**
 * A person's text inside a letter. Unicode isolates keep its direction from turning the sentence around. Text that runs as the
 * letter does comes without: a mail is to carry no more invisible marks than it needs.
 */
export function inLetter(text: string, language: LetterLanguage): string {
  return FOREIGN[language].test(text) ? `\u2068${text}\u2069` : text;
}
