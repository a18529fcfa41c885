import { computed, linkedSignal, type Signal, type WritableSignal } from '@angular/core';
import * as v from 'valibot';
import { type Change, Seen } from './seen';
import type { News, Refusal } from './text-question';

/** The row that a question is about: as the admin saw it, and what becomes of it meanwhile. */
export class Asked<TRow> {
  /** As the admin saw it last: what their answer rests on. */
  readonly row: Signal<TRow>;
  /** As far as it is known. */
  readonly newest: WritableSignal<TRow>;
  readonly news: News;

  /**
   * @param row as it was when it was asked about.
   * @param listed as the page has it now. Reactive; undefined while it has not: then what was known last counts.
   * @param schema of the row as a refusal tells it.
   * @param tag the same for two states that make no difference to the question.
   * @param changes from the one state to the other, in words.
   */
  constructor(
    row: TRow,
    listed: () => TRow | undefined,
    private readonly schema: v.GenericSchema<unknown, TRow>,
    tag: (row: TRow) => string,
    changes: (before: TRow, now: TRow) => readonly Change[],
  ) {
    const newest = linkedSignal<TRow | undefined, TRow>({ source: listed, computation: (now, previous) => now ?? previous?.value ?? row });
    const seen = new Seen(() => row, newest, tag);
    this.newest = newest;
    this.row = seen.value;
    this.news = {
      changes: computed(() => (seen.hasMoved() ? changes(seen.value(), newest()) : null)),
      acknowledge: () => seen.acknowledge(),
    };
  }

  /** Takes in what a refusal says that the row is by now. @returns the refusal. */
  readonly take = <TRefusal extends Refusal | null>(refusal: TRefusal): TRefusal => {
    const current = v.safeParse(this.schema, refusal?.code === 'STALE' ? refusal.current : undefined);
    if (current.success) this.newest.set(current.output);
    return refusal;
  };
}
