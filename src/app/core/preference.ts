import { DestroyRef, DOCUMENT, inject, signal, type Signal } from '@angular/core';

/** A choice of this person in this browser: kept in `localStorage`, the same in all its tabs. */
export interface Preference<T> {
  readonly value: Signal<T>;
  set(value: T): void;
}

/** One of a few choices. What is stored but not `allowed` counts as absent. As {@link preferenceAs} otherwise. */
export function preference<T extends string>(key: string, allowed: readonly T[], fallback: T): Preference<T> {
  const parse = (text: string | null) => allowed.find((value) => value === text) ?? fallback;
  return preferenceAs(key, { parse, format: (value) => value });
}

/** How a choice is written down. */
export interface PreferenceFormat<T> {
  /** Takes anything: an older version of the page may have written it, or somebody by hand. */
  readonly parse: (text: string | null) => T;
  readonly format: (value: T) => string;
}

/**
 * Reads a stored choice and follows it when another tab changes it.
 * Call it in an injection context. Where storage is blocked the choice lasts as long as the page.
 */
export function preferenceAs<T>(key: string, { parse, format }: PreferenceFormat<T>): Preference<T> {
  const view = inject(DOCUMENT).defaultView;
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
      attempt(() => view?.localStorage.setItem(key, format(next)));
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
