import { Directive, inject, input } from '@angular/core';
import { Directionality } from '@angular/cdk/bidi';
import { TextSize } from '../../../core/theme/text-size';
import { ColumnChoice } from './column-choice';
import type { Column } from './columns';

/** The edge of a column's header: dragged, it makes the column wider or narrower. By keyboard the panel of columns does the same. */
@Directive({
  selector: '[appResizeHandle]',
  host: {
    'aria-hidden': 'true',
    '(pointerdown)': 'begin($event)',
    '(pointermove)': 'drag($event)',
    '(pointerup)': 'end()',
    '(pointercancel)': 'end()',
    '(dblclick)': 'columns.fitToRoom(column().id)',
    '[class.dragged]': 'grip !== undefined',
  },
})
export class ResizeHandle {
  protected readonly columns = inject(ColumnChoice);
  private readonly direction = inject(Directionality);
  private readonly text = inject(TextSize);
  readonly column = input.required<Column>({ alias: 'appResizeHandle' });

  /** Where the pointer took hold, and how wide the column was then. */
  protected grip: { readonly x: number; readonly width: number } | undefined;

  protected begin(event: PointerEvent): void {
    if (event.button !== 0) return;
    (event.target as Element).setPointerCapture(event.pointerId);
    // Dragging marks no text.
    event.preventDefault();
    this.grip = { x: event.clientX, width: this.columns.widthOf(this.column()) };
  }

  protected drag({ clientX }: PointerEvent): void {
    if (!this.grip || clientX === this.grip.x) return;
    const moved = (clientX - this.grip.x) / this.text.scale();
    this.columns.resize(this.column(), this.grip.width + (this.direction.value === 'rtl' ? -moved : moved));
  }

  protected end(): void {
    this.grip = undefined;
  }
}
