import { Component, inject, input, output } from '@angular/core';
import { mdiArrowDown, mdiArrowUp } from '@mdi/js';
import type { UserSort, UsersQuery } from '#contract/users';
import { T } from '../../../core/i18n/texts';
import { Icon } from '../../../ui/icon';
import { colIndex, COL_COUNT } from '../columns/columns';
import type { GridLayout } from '../columns/grid-layout';
import { ResizeHandle } from '../columns/resize-handle';
import { UsersSelection } from '../selection/users-selection';

/** The head of the grid: selects all that is loaded, sorts, resizes. */
@Component({
  selector: 'app-grid-head',
  imports: [Icon, ResizeHandle, T],
  templateUrl: './grid-head.html',
  styleUrl: './grid-head.scss',
  host: { role: 'rowgroup' },
})
export class GridHead {
  protected readonly selection = inject(UsersSelection);
  readonly query = input.required<UsersQuery>();
  readonly layout = input.required<GridLayout>();
  readonly sorted = output<UserSort>();

  protected readonly icons = { ascending: mdiArrowUp, descending: mdiArrowDown };
  protected readonly colIndex = colIndex;
  protected readonly colCount = COL_COUNT;

  protected directionOf(sort: UserSort | undefined): 'ascending' | 'descending' | null {
    const { sort: current, dir } = this.query();
    if (current !== sort) return null;
    return dir === 'asc' ? 'ascending' : 'descending';
  }

  /** The box says how the selection stands, not what the browser made of the press. */
  protected toggleAll(box: HTMLInputElement): void {
    this.selection.toggleLoaded();
    box.checked = this.selection.loaded() === 'all';
    box.indeterminate = this.selection.loaded() === 'some';
  }
}
