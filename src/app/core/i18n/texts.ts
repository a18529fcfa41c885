import { inject, Pipe, Service, type PipeTransform } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Message, MessageArgs, MessageKey } from './translations';

/** Texts in the active language. Read in a template, `computed` or `effect`, they follow it. */
@Service()
export class Texts {
  private readonly transloco = inject(TranslocoService);

  get(key: MessageKey, args?: MessageArgs): string {
    this.transloco.activeLang();
    return this.transloco.translate(key, args && this.spoken(args));
  }

  /** The same for a text that was put together elsewhere. */
  say({ key, args }: Message): string {
    return this.get(key, args);
  }

  private spoken(args: MessageArgs): Readonly<Record<string, string | number>> {
    return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, typeof value === 'object' ? this.say(value) : value]));
  }
}

/**
 * A text in a template: `{{ 'pages.users' | t }}`, `{{ 'users.total' | t: { count: total() } }}`.
 * Impure because the result depends on the language too; the view is checked again when that changes.
 */
@Pipe({ name: 't', pure: false })
export class T implements PipeTransform {
  private readonly texts = inject(Texts);

  transform(key: MessageKey, args?: MessageArgs): string {
    return this.texts.get(key, args);
  }
}
