import { computed, inject, Service, signal } from '@angular/core';
import * as v from 'valibot';
import { preferenceAs } from '../../../core/preference';
import { TextSize } from '../../../core/theme/text-size';
import { ALWAYS_SHOWN, type Column, COLUMN_IDS, type ColumnId } from './columns';
import { DENSITIES, type Density, layoutFor, type LayoutChoice, WIDTH_MAX, WIDTH_MIN, widthWithin } from './grid-layout';

const columnId = v.picklist(COLUMN_IDS);
/** What may be in the storage: whatever is not of this form counts as not chosen. */
const Stored = v.object({
  hidden: v.fallback(v.array(columnId), []),
  widths: v.fallback(v.array(v.tuple([columnId, v.pipe(v.number(), v.minValue(WIDTH_MIN), v.maxValue(WIDTH_MAX))])), []),
  density: v.fallback(v.picklist(DENSITIES), 'comfortable'),
});
const DEFAULT: LayoutChoice = { hidden: new Set(), widths: new Map(), density: 'comfortable' };

/** Which columns the grid shows, how wide and how dense: chosen once, remembered in this browser. Widths are in sixteenths of a rem. */
@Service({ autoProvided: false })
export class ColumnChoice {
  private readonly preference = preferenceAs<LayoutChoice>('moien.users.columns', { parse, format });
  private readonly text = inject(TextSize);
  private readonly width = signal(1024);
  private readonly fitted = computed(() => layoutFor(this.width() / this.text.scale(), this.choice()));

  readonly choice = this.preference.value;
  /** The same object for as long as rows look the same. */
  readonly layout = computed(() => this.fitted(), { equal: (a, b) => a.tracks === b.tracks && a.rowHeight === b.rowHeight });
  readonly isDefault = computed(() => format(this.choice()) === format(DEFAULT));

  /** Finds how wide a column is drawn, in pixels; the grid tells how. */
  drawnWidth: (id: ColumnId) => number | undefined = () => undefined;

  /** @param width that the grid has, in pixels. */
  fit(width: number): void {
    this.width.set(width);
  }

  /** How wide a column is now. */
  widthOf({ id, min }: Column): number {
    const drawn = this.drawnWidth(id);
    return drawn === undefined ? min : drawn / this.text.scale();
  }

  show(id: ColumnId, isShown: boolean): void {
    if (id === ALWAYS_SHOWN) return;
    const hidden = new Set(this.choice().hidden);
    if (isShown) hidden.delete(id);
    else hidden.add(id);
    this.set({ hidden });
  }

  /** Makes a column as wide as that, as far as the others leave room. */
  resize(column: Column, width: number): void {
    this.set({ widths: new Map(this.choice().widths).set(column.id, widthWithin(column, width, this.fitted(), this.choice())) });
  }

  /** Makes a column wider, or narrower by a negative number. */
  resizeBy(column: Column, by: number): void {
    this.resize(column, this.widthOf(column) + by);
  }

  /** Lets a column be as wide as there is room for it. */
  fitToRoom(id: ColumnId): void {
    const widths = new Map(this.choice().widths);
    widths.delete(id);
    this.set({ widths });
  }

  setDensity(density: Density): void {
    this.set({ density });
  }

  reset(): void {
    this.preference.set(DEFAULT);
  }

  private set(change: Partial<LayoutChoice>): void {
    this.preference.set({ ...this.choice(), ...change });
  }
}

function parse(text: string | null): LayoutChoice {
  const stored = v.safeParse(v.pipe(v.string(), v.parseJson(), Stored), text);
  if (!stored.success) return DEFAULT;
  const { hidden, widths, density } = stored.output;
  return { hidden: new Set(hidden.filter((id) => id !== ALWAYS_SHOWN)), widths: new Map(widths), density };
}

function format({ hidden, widths, density }: LayoutChoice): string {
  return JSON.stringify({ hidden: [...hidden], widths: [...widths], density });
}
