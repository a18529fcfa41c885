import { Component, inject } from '@angular/core';
import { mdiMinus, mdiPlus, mdiRestore } from '@mdi/js';
import { LocalNumber } from '../../../core/i18n/formats';
import { T } from '../../../core/i18n/texts';
import { Icon } from '../../../ui/icon';
import { ColumnChoice } from './column-choice';
import { ALWAYS_SHOWN, type Column, COLUMNS, type ColumnId } from './columns';
import { DENSITIES } from './grid-layout';

/** Sixteenths of a rem that one press makes a column wider or narrower. */
const STEP = 16;

/** Which columns the grid shows, how wide, and how dense its rows are. */
@Component({
  selector: 'app-columns-panel',
  imports: [Icon, LocalNumber, T],
  templateUrl: './columns-panel.html',
  styleUrl: './columns-panel.scss',
})
export class ColumnsPanel {
  protected readonly columns = inject(ColumnChoice);
  protected readonly icons = { narrower: mdiMinus, wider: mdiPlus, reset: mdiRestore };
  protected readonly all = COLUMNS;
  protected readonly always = ALWAYS_SHOWN;
  protected readonly densities = DENSITIES;
  protected readonly step = STEP;

  protected isWanted(id: ColumnId): boolean {
    return !this.columns.choice().hidden.has(id);
  }

  /** Wanted, and with room for it. */
  protected isDrawn(column: Column): boolean {
    return this.columns.layout().columns.includes(column);
  }
}
