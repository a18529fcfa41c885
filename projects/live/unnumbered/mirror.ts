import { type Batch, type Change, type Freshness, type LinkEvent, RequestQueue, type StreamPosition, type Timers } from '@moien/live/engine';
import { Confirmations } from './confirmations';
import { LocalStream } from './local-stream';
import { COMPARE_MS, mirrorFreshness } from './mirror-freshness';
import type { MirrorSource } from './mirror-source';
import { RequestBudget } from './request-budget';

/** Deleted ids that are remembered. */
const GONE_MAX = 10_000;
/** Debounce before the list is asked for because of something heard, so that one request answers a burst. */
const GATHER_MS = 200;
/** How long the first request waits for the connection: a list from before it would have to be asked for again. */
const CONNECT_MS = 1_500;
/** The whole list can be megabytes: its answer may take this long. */
const ANSWER_MS = 60_000;
const FAILURES_MAX = 2;

/**
 * Holds the whole of a list that a server tells by unnumbered events, and numbers the changes itself, so that
 * everything behind it works as with a server that numbers. Within one unbroken connection a well-formed event
 * is believed at once. The whole list is compared after each connect, after anything malformed, and regularly.
 *
 * Two rules keep deleted rows deleted: what was heard after a request had left overrules its answer, and an id
 * that was deleted comes back only in a list that was asked for later. docs/adr/0022
 */
export class Mirror<TRow> {
  private readonly held = new Map<string, TRow>();
  /** When a row was last told of, by an event or by the answer to an own action; a list that was asked for earlier is older. */
  private readonly changedAt = new Map<string, number>();
  /** When ids went. */
  private readonly goneAt = new Map<string, number>();
  /** Open while the rows have been compared on this connection. */
  private readonly stream: LocalStream<TRow>;
  private readonly confirmations = new Confirmations();
  private readonly budget = new RequestBudget();
  private readonly requests: RequestQueue;

  /** Counts what happens here: of two moments the later is greater. */
  private moment = 0;
  private isUp = false;
  private isOnline = true;
  private isVisible = true;
  private isStopped = false;
  private doubtSince: number | undefined;
  private doubtSinceAsked: number | undefined;
  private lastComparison: { readonly at: number; readonly mark: number } | undefined;
  private cancelCompare: (() => void) | undefined;

  /**
   * @param changed called whenever {@link freshness} may answer something new.
   */
  constructor(
    private readonly source: MirrorSource<TRow>,
    private readonly timers: Timers,
    private readonly changed: () => void,
  ) {
    this.stream = new LocalStream(`mirror-${Math.floor(timers.random() * 2 ** 32).toString(36)}`);
    const ask = (_: unknown, signal: AbortSignal): Promise<void> => this.compare(signal);
    this.requests = new RequestQueue(timers, ask, (_, error) => this.land(error !== undefined), ANSWER_MS);
  }

  /** The rows by id, as of the last event. Empty before the first comparison. */
  get rows(): ReadonlyMap<string, TRow> {
    return this.held;
  }
  get isReady(): boolean {
    return this.lastComparison !== undefined;
  }
  /** Where the mirror's own numbering stands. */
  get position(): StreamPosition {
    return this.stream.position;
  }

  start(): void {
    this.want(this.isUp ? 0 : CONNECT_MS);
    this.scheduleCompare();
  }
  /** For good: nothing is asked, and nothing that still arrives is taken. */
  stop(): void {
    this.isStopped = true;
    this.requests.stop();
    this.cancelCompare?.();
    this.held.clear();
    this.stream.clear();
    this.confirmations.clear();
  }

  /** Resolves once the rows are here. */
  ready(): Promise<void> {
    return this.confirmations.of('', -1);
  }

  /** `syncedAt` is when the last comparison was asked for. */
  freshness(): Freshness {
    const { isOnline, isUp, isVisible, doubtSince } = this;
    const isFailing = this.requests.failures >= FAILURES_MAX;
    return mirrorFreshness(
      { isOnline, isUp, isTrusted: this.stream.isOpen, isVisible, isFailing, doubtSince, comparedAt: this.lastComparison?.at },
      this.timers.now(),
    );
  }

  /** What the namespace's connection tells, in the order in which it tells it. */
  receive(event: LinkEvent<TRow>): void {
    if (this.isStopped) return;
    switch (event.kind) {
      case 'up':
        this.isUp = true;
        // A list that was asked for before may miss what was told in between.
        this.requests.abandon();
        this.want(0);
        break;
      case 'down':
        this.isUp = false;
        this.distrust();
        break;
      case 'unordered':
        this.hear(event.change);
        break;
      case 'batch':
        for (const { change } of event.batch.entries) this.hear(change);
    }
    this.tell();
  }

  /**
   * The connection as a numbered stream: up once the rows are compared, down when they can no longer be. A listener that
   * begins in between is told how things stand, as on a connect.
   *
   * @returns what ends it.
   */
  connect(listener: (event: LinkEvent<TRow>) => void): () => void {
    return this.stream.connect(listener);
  }

  /** A moment for {@link apply} and {@link confirmation}: take it when the request of an own action leaves. */
  mark(): number {
    return ++this.moment;
  }

  /**
   * Takes in what the answer to an own action says of a row. What an event or a list told of the row since `mark` is
   * at least as new: where the two differ, only a new list can decide.
   *
   * @returns the row as it is held then; undefined when none is.
   */
  apply(id: string, mark: number, patch: (row: TRow) => TRow): TRow | undefined {
    const row = this.held.get(id);
    if (row === undefined) {
      if (!this.goneAt.has(id)) this.doubt();
      return undefined;
    }
    const next = patch(row);
    if (this.isEqual(row, next)) return row;
    const known = Math.max(this.changedAt.get(id) ?? -1, this.lastComparison?.mark ?? -1);
    if (known > mark) this.doubt();
    else this.put(next);
    this.tell();
    return this.held.get(id);
  }

  /** Takes in that an own action deleted a row. */
  remove(id: string): void {
    this.bury(id);
    this.tell();
  }

  /** Resolves when an event tells of an id after `mark`, or a list that was asked for after it is here. */
  confirmation(id: string, mark: number): Promise<void> {
    return this.confirmations.of(id, mark);
  }

  /** Resolves once nothing is known to be missing: at once, or when the next list is here. */
  async settled(): Promise<void> {
    await this.ready();
    if (this.doubtSince !== undefined) await this.confirmations.of('', this.mark());
  }

  /** Something may have changed unheard. */
  doubt(): void {
    this.doubtSince ??= this.timers.now();
    this.doubtSinceAsked ??= this.timers.now();
    this.want(GATHER_MS);
    this.changed();
  }

  /** What happened after a position; undefined when that is further back than is known. */
  replay(after: StreamPosition): Batch<TRow> | undefined {
    return this.stream.after(after);
  }

  /** Compares soon, without a doubt. */
  check(): void {
    this.requests.hurry();
    this.want(0);
  }
  setVisible(isVisible: boolean): void {
    this.watch(isVisible);
    if (isVisible) this.check();
  }
  /** Begins, or ends, to compare regularly. */
  watch(isVisible: boolean): void {
    this.isVisible = isVisible;
    this.scheduleCompare();
  }
  setOnline(isOnline: boolean): void {
    this.isOnline = isOnline;
    if (isOnline) this.check();
    this.changed();
  }

  private hear(change: Change<TRow> | undefined): void {
    if (change === undefined || change.kind === 'invalidated') {
      if (change?.id !== undefined) this.confirmations.hear(change.id, this.mark());
      this.doubt();
      return;
    }
    const id = change.kind === 'deleted' ? change.id : this.source.id(change.row);
    if (change.kind === 'deleted') this.bury(id);
    // Told late, or out of turn: only a list that is asked for from now on can bring it back.
    else if (this.goneAt.has(id)) this.doubt();
    else this.put(change.row);
    this.confirmations.hear(id, this.mark());
  }

  private put(row: TRow): void {
    const id = this.source.id(row);
    this.changedAt.set(id, this.mark());
    const before = this.held.get(id);
    const isSame = before !== undefined && this.isEqual(before, row);
    const next = isSame ? row : (this.source.succeed?.(row, before) ?? row);
    this.held.set(id, next);
    // Nothing has been told before the first list, so there is nothing to tell of it: it is read as a page.
    if (!isSame && this.isReady) this.stream.append({ kind: before === undefined ? 'created' : 'updated', row: next });
  }

  private bury(id: string): void {
    this.goneAt.delete(id);
    this.goneAt.set(id, this.mark());
    if (this.goneAt.size > GONE_MAX) for (const oldest of this.goneAt.keys()) if (this.goneAt.delete(oldest)) break;
    if (this.held.delete(id)) this.stream.append({ kind: 'deleted', id });
  }

  private tell(): void {
    this.stream.flush();
    this.changed();
  }

  private async compare(signal: AbortSignal): Promise<void> {
    const [at, mark] = [this.timers.now(), this.mark()];
    this.doubtSinceAsked = undefined;
    this.budget.spend(at);
    const rows = await this.source.fetch(signal);
    if (signal.aborted || this.isStopped) return;
    this.adopt(rows, mark);
    this.lastComparison = { at, mark };
    this.doubtSince = this.doubtSinceAsked;
    this.confirmations.compare(mark);
  }

  /** Makes the rows those of the list, but for what was told after it was asked for. */
  private adopt(rows: readonly TRow[], mark: number): void {
    const isNewer = (id: string): boolean => (this.changedAt.get(id) ?? -1) > mark || (this.goneAt.get(id) ?? -1) > mark;
    const listed = new Set<string>();
    for (const row of rows) {
      const id = this.source.id(row);
      if (listed.has(id)) continue;
      listed.add(id);
      if (isNewer(id)) continue;
      this.goneAt.delete(id);
      this.put(row);
      this.changedAt.delete(id);
    }
    for (const id of [...this.held.keys()]) if (!listed.has(id) && !isNewer(id)) this.bury(id);
    for (const [id, changed] of this.changedAt) if (changed <= mark) this.changedAt.delete(id);
  }

  private land(isFailure: boolean): void {
    if (this.isStopped) return;
    if (!isFailure) this.requests.succeed();
    if (isFailure || this.doubtSince !== undefined) this.want(GATHER_MS);
    if (this.requests.failures >= FAILURES_MAX) this.distrust();
    this.tell();
    if (!isFailure && this.isUp) this.trust();
    this.scheduleCompare();
  }

  private trust(): void {
    if (this.stream.isOpen) return;
    this.stream.open();
    this.changed();
  }

  private distrust(): void {
    if (this.stream.isOpen) this.stream.close();
  }

  private want(wait: number): void {
    if (this.isStopped) return;
    const now = this.timers.now();
    this.requests.want('snapshot', Math.max(wait, this.budget.wait(now, this.held.size), this.isReady ? this.source.restraint() : 0));
  }

  private scheduleCompare(): void {
    this.cancelCompare?.();
    this.cancelCompare = undefined;
    if (!this.isVisible || this.isStopped) return;
    const age = this.lastComparison === undefined ? 0 : this.timers.now() - this.lastComparison.at;
    this.cancelCompare = this.timers.after(Math.max(0, COMPARE_MS * (0.9 + 0.1 * this.timers.random()) - age), () => {
      this.cancelCompare = undefined;
      if (!this.requests.has('snapshot')) this.want(0);
    });
  }

  private isEqual(a: TRow, b: TRow): boolean {
    return a === b || (this.source.equal?.(a, b) ?? JSON.stringify(a) === JSON.stringify(b));
  }
}
