import { computed, linkedSignal, type Signal, signal } from '@angular/core';
import type { Notification } from '#contract/notifications';

type Holder = 'pointer' | 'focus';

interface Source {
  readonly rows: readonly Notification[];
  readonly isHeld: boolean;
  readonly releases: number;
}

/**
 * Rows that keep their places while somebody is at them: one that was read stays where it is, and new ones wait until they are let
 * in, or nobody is there any more. Pages from further down are no news, and come in at the end.
 */
export class CalmRows {
  private readonly holders = signal<Readonly<Record<Holder, boolean>>>({ pointer: false, focus: false });
  private readonly releases = signal(0);
  readonly shown: Signal<readonly Notification[]>;
  /** How many wait. */
  readonly waiting: Signal<number>;

  constructor(rows: Signal<readonly Notification[]>) {
    this.shown = linkedSignal<Source, readonly Notification[]>({
      source: () => ({ rows: rows(), isHeld: this.holders().pointer || this.holders().focus, releases: this.releases() }),
      computation: (source, previous) =>
        previous && source.isHeld && source.releases === previous.source.releases ? settled(previous.value, source.rows) : source.rows,
    });
    this.waiting = computed(() => rows().length - this.shown().length);
  }

  /** Somebody begins, or ends, to point at the rows, or to have the focus in them. */
  hold(holder: Holder, isHeld: boolean): void {
    this.holders.update((holders) => ({ ...holders, [holder]: isHeld }));
  }

  /** Lets in what waits. */
  release(): void {
    this.releases.update((releases) => releases + 1);
  }
}

function settled(shown: readonly Notification[], rows: readonly Notification[]): readonly Notification[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const stayed = shown.flatMap(({ id }) => byId.get(id) ?? []);
  const known = new Set(stayed.map(({ id }) => id));
  const newest = shown.reduce((latest, { createdAt }) => (createdAt > latest ? createdAt : latest), '');
  return [...stayed, ...rows.filter(({ id, createdAt }) => !known.has(id) && createdAt <= newest)];
}
