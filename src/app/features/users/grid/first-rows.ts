import { computed, signal } from '@angular/core';

const ROWS_A_FRAME = 6;

/** How many rows may be drawn: at first a handful more each frame, so that a slow phone answers in between; then any number. */
export class FirstRows {
  private readonly count = signal(ROWS_A_FRAME);
  readonly allowed = this.count.asReadonly();
  readonly areAllAllowed = computed(() => this.count() === Infinity);

  /** Allows more with each frame, until there are as many as are wanted. */
  grow(wanted: () => number): void {
    requestAnimationFrame(() => {
      const more = this.count() + ROWS_A_FRAME;
      this.count.set(more < wanted() ? more : Infinity);
      if (!this.areAllAllowed()) this.grow(wanted);
    });
  }
}
