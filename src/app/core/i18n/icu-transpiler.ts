import { ErrorHandler, inject, Service } from '@angular/core';
import type { TranslocoTranspiler, TranspileParams } from '@jsverse/transloco';
import format from 'icu-minify/format';
import { LANGUAGE_FACTS, type LanguageCode } from './languages';

/**
 * Fills ICU messages: plurals, selects, numbers. They come compiled (tools/compiled-texts.ts), and what fills them evaluates
 * no code, so it runs under a strict CSP and Trusted Types (Transloco's own transpiler for MessageFormat compiles with
 * `new Function`).
 */
@Service()
export class IcuTranspiler implements TranslocoTranspiler {
  private readonly errors = inject(ErrorHandler);
  private locale = LANGUAGE_FACTS.en.locale;
  private readonly made = new Map<string, unknown>();
  private readonly formatters = {
    getNumberFormat: (locale: string, options?: Intl.NumberFormatOptions) =>
      this.once(`${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options)),
    getPluralRules: (locale: string, options?: Intl.PluralRulesOptions) =>
      this.once(`plural ${locale} ${String(options?.type)}`, () => new Intl.PluralRules(locale, options)),
    // No text formats a date: `Formats` does.
    getDateTimeFormat: (locale: string, options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
  };

  /** @returns the filled message; its key, and a reported error, when an argument is missing. */
  transpile({ value, params, key }: TranspileParams): string {
    try {
      return String(format(value as Parameters<typeof format>[0], this.locale, params, { formatters: this.formatters }));
    } catch (error) {
      this.errors.handleError(error);
      return key;
    }
  }

  onLangChanged(code: LanguageCode): void {
    this.locale = LANGUAGE_FACTS[code].locale;
  }

  /** Formatters are dear to make, and few. */
  private once<T>(key: string, make: () => T): T {
    if (!this.made.has(key)) this.made.set(key, make());
    return this.made.get(key) as T;
  }
}
