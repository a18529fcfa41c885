import { linkedSignal, type Signal, signal } from '@angular/core';
import { indexNear } from './row-window';

/** A row, and the place where it stood when last seen. */
export interface RowPlace {
  readonly id: string;
  readonly index: number;
}

interface Identified {
  readonly id: string;
}

/** Where the keyboard stands in a list: by id, or by place once that row has gone. */
export class RowFocus {
  private readonly held = signal(false);
  /** The row is to get the focus once it is drawn. */
  private isDue = false;
  private readonly current = linkedSignal<readonly Identified[], RowPlace | undefined>({
    source: () => this.rows(),
    computation: (rows, previous) => {
      const last = previous?.value;
      return last && (placeOf(rows, last) ?? placeAt(rows, last.index));
    },
  });
  readonly place = this.current.asReadonly();

  constructor(private readonly rows: Signal<readonly Identified[]>) {}

  /** Whether the focus is on the row, rather than would be if the list were entered. */
  get isHeld(): boolean {
    return this.held();
  }
  set isHeld(isHeld: boolean) {
    this.held.set(isHeld);
  }

  /** Somebody put the focus on a row. */
  take(place: RowPlace): void {
    this.isHeld = true;
    this.current.set(place);
  }

  /** Leads to the row at an index, or the nearest there is. @returns where that is. */
  lead(index: number): RowPlace | undefined {
    const place = placeAt(this.rows(), index);
    if (!place) return undefined;
    this.take(place);
    this.isDue = true;
    return place;
  }

  /** @param isLost nothing on the page has the focus: a row that was drawn elsewhere lost it. @returns the row to give it to. */
  claim(isLost: boolean): string | undefined {
    if (!this.isDue && !(this.isHeld && isLost)) return undefined;
    this.isDue = false;
    return this.place()?.id;
  }
}

/** @returns where a row stands now; undefined when it has gone. */
export function placeOf(rows: readonly Identified[], { id, index }: RowPlace): RowPlace | undefined {
  const found = indexNear(rows, index, (row) => row.id === id);
  return found < 0 ? undefined : { id, index: found };
}

function placeAt(rows: readonly Identified[], index: number): RowPlace | undefined {
  const nearest = Math.max(0, Math.min(index, rows.length - 1));
  const row = rows[nearest];
  return row && { id: row.id, index: nearest };
}
