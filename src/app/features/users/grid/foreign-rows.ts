import { afterEveryRender, afterNextRender, DestroyRef, inject } from '@angular/core';

/**
 * Finds the ids of rows in whose elements a translator or an extension wrote: what is drawn there next may not all arrive.
 * Call it in an injection context.
 */
export function foreignRows(list: () => HTMLElement): ReadonlySet<string> {
  const ids = new Set<string>();
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const id = element?.closest<HTMLElement>('[data-id]')?.dataset['id'];
      if (id !== undefined) ids.add(id);
    }
  });
  afterNextRender(() => observer.observe(list(), { childList: true, characterData: true, subtree: true }));
  // What changed while Angular rendered is ours.
  afterEveryRender(() => {
    observer.takeRecords();
  });
  inject(DestroyRef).onDestroy(() => observer.disconnect());
  return ids;
}
