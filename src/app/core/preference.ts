import { DestroyRef, DOCUMENT, inject, signal, type Signal } from '@angular/core';

/** A choice of this person in this browser: kept in `localStorage`, the same in all its tabs. */
export interface Preference<T extends string> {
  readonly value: Signal<T>;
  set(value: T): void;
}

/**
 * Reads a stored choice and follows it when another tab changes it. What is stored but not `allowed` counts as absent.
 * Call it in an injection context. Where storage is blocked the choice lasts as long as the page.
 */
export function preference<T extends string>(key: string, allowed: readonly T[], fallback: T): Preference<T> {
  const view = inject(DOCUMENT).defaultView;
  const parse = (text: string | null) => allowed.find((value) => value === text) ?? fallback;
  const value = signal(parse(attempt(() => view?.localStorage.getItem(key)) ?? null));

  const follow = (event: StorageEvent) => {
    // `key` is null when the whole storage was cleared.
    if (event.key === key || event.key === null) value.set(parse(event.newValue));
  };
  view?.addEventListener('storage', follow);
  inject(DestroyRef).onDestroy(() => view?.removeEventListener('storage', follow));

  return {
    value: value.asReadonly(),
    set: (next) => {
      value.set(next);
      attempt(() => view?.localStorage.setItem(key, next));
    },
  };
}

/** Storage throws where the browser blocks it or is full; what is kept there for convenience is not worth an error. */
export function attempt<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
