import { afterNextRender, afterRenderEffect, Component, computed, DestroyRef, ElementRef, inject, input, output, signal } from '@angular/core';
import { Formats } from '../../../core/i18n/formats';
import { Language } from '../../../core/i18n/language';
import { LANGUAGE_FACTS } from '../../../core/i18n/languages';
import { Media } from '../../../core/media';
import { TextSize } from '../../../core/theme/text-size';
import { Theme } from '../../../core/theme/theme';
import { type Bar, type BarLayout, barOption } from './bar-option';
import { chartColors } from './chart-colors';
import type { DrawnChart } from './chart-engine';

const REDUCED_MOTION = '(prefers-reduced-motion: reduce)';
/** What else changes the colours. */
const COLOR_QUERIES = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'];

/** Bars, painted by ECharts, which loads once the page has been drawn. A picture only: whoever shows it has the same as a table. */
@Component({
  selector: 'app-bar-chart',
  template: '',
  styles: `
    :host {
      display: block;
      min-inline-size: 0;
    }
  `,
  host: { 'aria-hidden': 'true' },
})
export class BarChart {
  readonly bars = input.required<readonly Bar[]>();
  readonly layout = input<BarLayout>('columns');
  /** The code that draws could not be loaded. */
  readonly failed = output();

  private readonly formats = inject(Formats);
  private readonly theme = inject(Theme);
  private readonly text = inject(TextSize);
  private readonly language = inject(Language);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly media = inject(Media);
  private readonly direction = computed(() => LANGUAGE_FACTS[this.language.code()].direction);
  private readonly drawn = signal<DrawnChart | undefined>(undefined);
  private isGone = false;

  constructor() {
    afterNextRender(() => void this.load());
    afterRenderEffect(() => {
      for (const query of COLOR_QUERIES) this.media.matches(query)();
      // The attribute that the colours follow is set by now.
      this.theme.name();
      this.drawn()?.show(
        barOption(this.bars(), {
          layout: this.layout(),
          direction: this.direction(),
          colors: chartColors(this.element),
          scale: this.text.scale(),
          isMoving: !this.media.matches(REDUCED_MOTION)(),
          number: (value) => this.formats.number(value),
        }),
      );
    });
    inject(DestroyRef).onDestroy(() => {
      this.isGone = true;
      this.drawn()?.end();
    });
  }

  private async load(): Promise<void> {
    try {
      const { drawIn } = await import('./chart-engine');
      if (!this.isGone) this.drawn.set(drawIn(this.element));
    } catch {
      // No connection, or a newer build in the place of this one: the table has it all.
      if (!this.isGone) this.failed.emit();
    }
  }
}
