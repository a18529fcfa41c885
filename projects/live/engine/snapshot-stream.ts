import type { Batch, Change, LinkEvent, StreamPosition } from './link';
import { StreamCursor } from './stream-cursor';

/** What a change certainly makes of a value: the same object where nothing, undefined where only the server can tell. */
export type Step<T, TRow> = (value: T, change: Change<TRow>) => T | undefined;

/** What a {@link LiveSnapshot} does with a stream, whatever the rows of it are. */
export type SummedStream<T> = Omit<SnapshotStream<T, never>, 'receive'>;

/** One stream that a {@link LiveSnapshot} depends on: where the snapshot stands in it, and what has come since. */
export class SnapshotStream<T, TRow> {
  private readonly cursor = new StreamCursor<TRow>();
  private isConnected = false;
  private isAwaitingGreeting = true;
  /** Something happened that no number tells. */
  private isDoubted = false;
  private isDoubtedSinceAsked = false;
  /** Events came while there was no position to count them from. */
  private isUncountedSinceAsked = false;
  private firstSinceAsked: number | undefined;
  private firstMissing: number | undefined;
  private heard: StreamPosition | undefined;
  private heardWhenAsked: StreamPosition | undefined;

  constructor(
    readonly name: string,
    private readonly step: Step<T, TRow>,
  ) {}

  get isUp(): boolean {
    return this.isConnected;
  }
  /** Connected, and told where the stream stands, or no longer waiting to be: an older server does not tell. */
  get isGreeted(): boolean {
    return this.isConnected && !this.isAwaitingGreeting;
  }
  /** Something happened that the value does not have. */
  get isMissing(): boolean {
    return this.isDoubted || this.cursor.behind > 0 || this.cursor.isForeign;
  }
  /** When the first of it was heard; undefined while nothing is missing. */
  get missingSince(): number | undefined {
    return this.isMissing ? this.firstMissing : undefined;
  }
  get position(): StreamPosition | undefined {
    return this.cursor.position;
  }

  receive(event: LinkEvent<TRow>, now: number): void {
    switch (event.kind) {
      case 'up':
        this.isConnected = this.isAwaitingGreeting = true;
        break;
      case 'down':
        this.isConnected = false;
        break;
      case 'batch':
        this.hear(event.batch, now);
        break;
      case 'unordered':
        this.doubt(now);
    }
  }

  /** Nothing heard so far can be relied on. */
  doubt(now: number): void {
    this.isDoubted = this.isDoubtedSinceAsked = true;
    this.note(now);
  }

  /** No greeting came: only what is asked for from now on tells where the stream stands. */
  goUngreeted(now: number): void {
    this.isAwaitingGreeting = false;
    this.doubt(now);
  }

  /** A request leaves: whatever was heard until now, its answer has. */
  ask(): void {
    this.cursor.forgetForeign();
    this.heardWhenAsked = this.heard;
    this.isDoubtedSinceAsked = this.isUncountedSinceAsked = false;
    this.firstSinceAsked = undefined;
  }

  /** Whether an answer was read before what we have already. */
  isPast(position: StreamPosition | undefined): boolean {
    return position !== undefined && this.cursor.hasPassed(position);
  }

  /** The value is now the server's at `position`, or, where an older server does not tell, at what was heard when it was asked. */
  adopt(position: StreamPosition | undefined): void {
    const reached = position ?? this.heardWhenAsked;
    if (reached) this.cursor.moveTo(reached, this.isPast(reached));
    this.isDoubted = this.isDoubtedSinceAsked || (position === undefined && this.isUncountedSinceAsked);
    this.firstMissing = this.firstSinceAsked;
  }

  /** Applies the events whose turn it is, as far as it is certain what they do. */
  advance(value: T): T {
    let current = value;
    for (let entry = this.cursor.next(); entry; entry = this.cursor.next()) {
      const next = entry.change && this.step(current, entry.change);
      if (next === undefined) break;
      current = next;
      this.cursor.step();
    }
    if (!this.isMissing) this.firstMissing = undefined;
    return current;
  }

  private hear({ log, head, entries }: Batch<TRow>, now: number): void {
    this.isAwaitingGreeting = false;
    this.heard = { log, seq: head };
    this.cursor.hear(this.heard);
    for (const entry of entries) this.cursor.hold(log, entry);
    if (!this.cursor.position) this.isDoubted = this.isUncountedSinceAsked = true;
    this.note(now);
  }

  private note(now: number): void {
    this.firstSinceAsked ??= now;
    if (this.isMissing) this.firstMissing ??= now;
  }
}
