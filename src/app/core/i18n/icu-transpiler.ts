import { ErrorHandler, inject, Service } from '@angular/core';
import type { TranslocoTranspiler, TranspileParams } from '@jsverse/transloco';
import { IntlMessageFormat } from 'intl-messageformat';
import { LANGUAGE_FACTS, type LanguageCode } from './languages';

/**
 * Fills ICU messages: plurals, selects, numbers. intl-messageformat interprets a parsed tree and evaluates no code, so it
 * runs under a strict CSP and Trusted Types (Transloco's own transpiler for MessageFormat compiles with `new Function`).
 */
@Service()
export class IcuTranspiler implements TranslocoTranspiler {
  private readonly errors = inject(ErrorHandler);
  private readonly parsed = new Map<string, IntlMessageFormat>();
  private locale = LANGUAGE_FACTS.en.locale;

  /** @returns the filled message; its key, and a reported error, when an argument is missing. */
  transpile({ value, params, key }: TranspileParams): string {
    try {
      return String(this.parse(String(value)).format(params));
    } catch (error) {
      this.errors.handleError(error);
      return key;
    }
  }

  onLangChanged(code: LanguageCode): void {
    this.locale = LANGUAGE_FACTS[code].locale;
    this.parsed.clear();
  }

  private parse(text: string): IntlMessageFormat {
    let message = this.parsed.get(text);
    if (!message) {
      message = new IntlMessageFormat(text, this.locale, undefined, { ignoreTag: true });
      this.parsed.set(text, message);
    }
    return message;
  }
}
