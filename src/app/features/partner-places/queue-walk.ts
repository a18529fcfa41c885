import { inject, Service } from '@angular/core';
import { QueueAddress } from './queue-address';
import { QueueStore } from './queue-store';

/** The way through the list, from one open request to the next. */
@Service({ autoProvided: false })
export class QueueWalk {
  private readonly store = inject(QueueStore);
  private readonly address = inject(QueueAddress);

  /** @returns the request to look at once this one is done with: the one below, else the first that is left; undefined when none is, or it is not in the list. */
  after(id: string): string | undefined {
    const rows = this.store.view()?.rows ?? [];
    const index = rows.findIndex((row) => row.id === id);
    if (index < 0) return undefined;
    return (rows[index + 1] ?? rows.find((row) => row.id !== id))?.id;
  }

  /** Opens the request so many places on; the nearest end of the list is the end. @returns it, if there is one. */
  step(by: number): string | undefined {
    const rows = this.store.view()?.rows ?? [];
    const open = this.address.request();
    const index = rows.findIndex(({ id }) => id === open);
    const next = rows[index < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, index + by))]?.id;
    if (next !== undefined) this.address.open(next, true);
    return next;
  }
}
