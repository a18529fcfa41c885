import { computed, linkedSignal, type Signal, untracked, type WritableSignal } from '@angular/core';
import type { MessageKey } from '../core/i18n/translations';

/** One thing that is another by now. */
export interface Change {
  readonly label: MessageKey;
  readonly before: string;
  readonly now: string;
}

/** One thing of a row, in words. */
export type Cell = readonly [label: MessageKey, text: string];

/** @param before the same things in the same order as `now`. */
export function changesBetween(before: readonly Cell[], now: readonly Cell[]): readonly Change[] {
  return now.flatMap(([label, text], index) => {
    const was = before[index]?.[1] ?? '';
    return was === text ? [] : [{ label, before: was, now: text }];
  });
}

/**
 * What an admin saw when they were asked about it, beside the newest that is known. What they decide rests on what they saw: a
 * dialog sends nothing while {@link hasMoved}, before they have acknowledged what is there now (docs/adr/0019).
 */
export class Seen<T> {
  private readonly seen: WritableSignal<T>;
  /** What the answer will rest on. */
  readonly value: Signal<T>;
  /** Somebody else changed what the decision rests on. */
  readonly hasMoved: Signal<boolean>;

  /**
   * @param begin what was seen first; asked again whenever `about` becomes another.
   * @param newest as far as it is known.
   * @param tag the same for two states that make no difference to the decision.
   */
  constructor(
    begin: () => T,
    private readonly newest: Signal<T>,
    tag: (value: T) => unknown,
    about: () => unknown = () => null,
  ) {
    this.seen = linkedSignal<unknown, T>({ source: about, computation: () => untracked(begin) });
    this.value = this.seen.asReadonly();
    this.hasMoved = computed(() => tag(newest()) !== tag(this.seen()));
  }

  acknowledge(): void {
    this.seen.set(this.newest());
  }
}
