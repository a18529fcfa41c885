import { DestroyRef, DOCUMENT, inject, Service, type Signal, signal } from '@angular/core';

/** Whether media queries match, now and from now on. */
@Service()
export class Media {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly destroyRef = inject(DestroyRef);
  private readonly asked = new Map<string, Signal<boolean>>();

  /** Too narrow for a navigation, or a list, and what it leads to side by side. */
  get isNarrow(): Signal<boolean> {
    return this.matches('(width < 56.25rem)');
  }

  matches(query: string): Signal<boolean> {
    const known = this.asked.get(query);
    if (known) return known;
    const media = this.window?.matchMedia(query);
    const isMatching = signal(media?.matches ?? false);
    const follow = ({ matches }: MediaQueryListEvent): void => isMatching.set(matches);
    media?.addEventListener('change', follow);
    this.destroyRef.onDestroy(() => media?.removeEventListener('change', follow));
    this.asked.set(query, isMatching);
    return isMatching;
  }
}
