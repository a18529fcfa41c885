import { ErrorHandler, inject, Service } from '@angular/core';
import type { TranslocoTranspiler, TranspileParams } from '@jsverse/transloco';
import type { IntlMessageFormat } from 'intl-messageformat';
import { LANGUAGE_FACTS, type LanguageCode } from './languages';

/** A text with nothing to it but arguments to fill in: `Try again in {duration}`. */
const PLAIN = /^[^{}]*(?:\{\w+\}[^{}]*)*$/u;
/** How ICU messages quote what would otherwise mean something. */
const QUOTED = /'[{}']/u;

/**
 * Fills ICU messages: plurals, selects, numbers. intl-messageformat interprets a parsed tree and evaluates no code, so it
 * runs under a strict CSP and Trusted Types (Transloco's own transpiler for MessageFormat compiles with `new Function`).
 * It comes with the first page behind sign-in (13 kB): until then texts are plain.
 */
@Service()
export class IcuTranspiler implements TranslocoTranspiler {
  private readonly errors = inject(ErrorHandler);
  private readonly parsed = new Map<string, IntlMessageFormat>();
  private engine: typeof IntlMessageFormat | undefined;
  private locale = LANGUAGE_FACTS.en.locale;

  /** Loads what texts with plurals need. Rejects when it cannot be had, and so tries again next time. */
  async prepare(): Promise<void> {
    this.engine ??= (await import('intl-messageformat')).IntlMessageFormat;
  }

  /** @returns the filled message; its key, and a reported error, when an argument is missing. */
  transpile({ value, params, key }: TranspileParams): string {
    try {
      const text = String(value);
      return PLAIN.test(text) && !QUOTED.test(text) ? fill(text, params) : String(this.parse(text).format(params));
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
    if (!this.engine) throw new Error(`Not prepared for "${text}"`);
    let message = this.parsed.get(text);
    if (!message) {
      message = new this.engine(text, this.locale, undefined, { ignoreTag: true });
      this.parsed.set(text, message);
    }
    return message;
  }
}

function fill(text: string, params: Readonly<Record<string, unknown>> = {}): string {
  return text.replace(/\{(\w+)\}/gu, (_, name: string) => {
    if (!Object.hasOwn(params, name)) throw new Error(`"${name}" is missing for "${text}"`);
    return String(params[name]);
  });
}
