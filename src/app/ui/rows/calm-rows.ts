import { computed, linkedSignal, type Signal, signal } from '@angular/core';

const NONE: ReadonlySet<string> = new Set();

interface Identified {
  readonly id: string;
}

/** The list as it comes in. Another `list` is another list: nothing of the one before is kept. */
export interface Incoming<TRow> {
  readonly list: unknown;
  readonly rows: readonly TRow[];
}

interface Kept<TRow> {
  readonly rows: readonly TRow[];
  readonly added: number;
  /** The ids of rows that the list has no more. */
  readonly gone: ReadonlySet<string>;
}

/**
 * A list whose rows keep their places for as long as somebody is at one of them: rows change where they stand, those that go stay in
 * their places as gone, and those that would push others away wait. What comes after the last row pushes nobody, and is shown at once.
 */
export class CalmRows<TRow extends Identified> {
  /** Grows when what waits is to be shown. */
  private readonly releases = signal(0);
  /** Whose going is no surprise: whoever is at the list sent them away. */
  private readonly sent = signal<ReadonlySet<string>>(new Set());
  private readonly kept = linkedSignal<
    Incoming<TRow> & { readonly isHeld: boolean; readonly releases: number; readonly sent: ReadonlySet<string> },
    Kept<TRow>
  >({
    source: () => ({ ...this.incoming(), isHeld: this.isHeld(), releases: this.releases(), sent: this.sent() }),
    computation: (now, previous) => {
      const isCalm = previous !== undefined && now.isHeld && previous.source.list === now.list && previous.source.releases === now.releases;
      return isCalm ? keep(previous.value.rows, now.rows, now.sent) : { rows: now.rows, added: 0, gone: NONE };
    },
  });

  constructor(
    private readonly incoming: Signal<Incoming<TRow>>,
    private readonly isHeld: Signal<boolean>,
  ) {}

  /** While nobody is at it, the very rows that came in. */
  readonly rows = computed(() => this.kept().rows);
  /** The ids of those among them that the list has no more. */
  readonly gone = computed(() => this.kept().gone);
  /** How many rows wait to be shown, and how many to be taken away. */
  readonly waiting = computed(() => ({ added: this.kept().added, gone: this.kept().gone.size }), { equal: (a, b) => a.added === b.added && a.gone === b.gone });

  /** Shows all as it is. */
  release(): void {
    this.releases.update((count) => count + 1);
  }

  /** Whoever is at the list is sending this row away: it is not kept when it goes. */
  send(id: string): void {
    this.sent.update((ids) => new Set(ids).add(id));
  }
}

function keep<TRow extends Identified>(before: readonly TRow[], now: readonly TRow[], sent: ReadonlySet<string>): Kept<TRow> {
  const present = new Map(now.map((row) => [row.id, row]));
  const known = new Set(before.map(({ id }) => id));
  const gone = new Set<string>();
  const rows: TRow[] = [];
  for (const old of before) {
    const row = present.get(old.id);
    if (row === undefined && sent.has(old.id)) continue;
    if (row === undefined) gone.add(old.id);
    rows.push(row ?? old);
  }
  const last = now.reduce((latest, { id }, index) => (known.has(id) ? index : latest), -1);
  const added = now.slice(0, last + 1).filter(({ id }) => !known.has(id)).length;
  return { rows: [...rows, ...now.slice(last + 1).filter(({ id }) => !known.has(id))], added, gone };
}
