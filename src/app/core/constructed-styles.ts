import { APP_ID, DOCUMENT, inject, type Provider, ɵSHARED_STYLES_HOST as SHARED_STYLES_HOST } from '@angular/core';
import { ɵSharedStylesHost as SharedStylesHost } from '@angular/platform-browser';

interface Used {
  readonly sheet: CSSStyleSheet;
  times: number;
}

/** Components' styles as constructed sheets: Angular's own `<style>` elements would each need a nonce or a hash in the policy. */
class ConstructedStyles extends SharedStylesHost {
  private readonly used = new Map<string, Used>();

  constructor(private readonly document: Document) {
    super(document, inject(APP_ID));
  }

  override addStyles(styles: string[], urls?: string[]): void {
    super.addStyles([], urls);
    for (const style of styles) {
      const known = this.used.get(style);
      if (known) known.times++;
      else this.adopt(style);
    }
  }

  override removeStyles(styles: string[], urls?: string[]): void {
    super.removeStyles([], urls);
    for (const style of styles) {
      const known = this.used.get(style);
      if (!known || --known.times > 0) continue;
      this.used.delete(style);
      this.document.adoptedStyleSheets = this.document.adoptedStyleSheets.filter((sheet) => sheet !== known.sheet);
    }
  }

  private adopt(style: string): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    this.used.set(style, { sheet, times: 1 });
    this.document.adoptedStyleSheets.push(sheet);
  }
}

export const provideConstructedStyles = (): Provider => ({ provide: SHARED_STYLES_HOST, useFactory: () => new ConstructedStyles(inject(DOCUMENT)) });
