import type { Batch, Change, Entry, StreamPosition } from './link';
import { Overlay } from './overlay';
import { RefetchSet } from './refetch-set';
import type { LocalResult, PageAnswer, RowRules, RowsAnswer } from './ports';
import { StreamCursor } from './stream-cursor';
import { type ListView, View } from './view';
import { Window } from './window';

/** What was applied while a page was under way: an answer read before it has to be told. */
interface Applied<TRow> {
  readonly seq: number;
  readonly change: Change<TRow>;
  readonly growth: number | undefined;
}

/**
 * Our copy of the server's list: it takes in events, snapshots, pages and answers, and asks for nothing.
 *
 * One invariant carries everything: *while a position is held, the confirmed rows are exactly the server's rows at that
 * position* (but for the ids still pending). So an event applies only when its turn has come; what comes early is held,
 * and an event that cannot be applied blocks until a snapshot has passed it. The numbers in brackets refer to PROTOCOL.md.
 */
export class Replica<TRow, TQuery> {
  readonly cursor = new StreamCursor<TRow>();
  readonly overlay = new Overlay<TRow>();
  readonly refetches = new RefetchSet();
  private readonly view: View<TRow, TQuery>;
  private content: Window<TRow, TQuery>;
  private isFirstPageHere = false;
  private numbered = true;
  /** After a snapshot the rows further down are fetched again; until so many are here, the rows from before are shown. */
  private refillTo = 0;
  private recording: Applied<TRow>[] | undefined;
  private parked: { readonly position: StreamPosition; readonly take: () => void } | undefined;

  constructor(
    private readonly rules: RowRules<TRow, TQuery>,
    query: TQuery,
  ) {
    this.content = new Window(rules, query);
    this.view = new View(rules, this.overlay);
  }

  get window(): Window<TRow, TQuery> {
    return this.content;
  }
  /** Whether the server numbers its events: not since a snapshot came without a position [3]. */
  get isNumbered(): boolean {
    return this.numbered;
  }
  /** Whether the selection still waits for its first page. */
  get isLoading(): boolean {
    return !this.isFirstPageHere;
  }
  get isRefilling(): boolean {
    return this.refillTo > 0;
  }
  /** Whether there is anything to show, of this selection or of the one before. */
  get hasRows(): boolean {
    return this.isFirstPageHere || !this.view.isEmpty;
  }
  /** Whether an answer waits for the stream to reach it. */
  get isParked(): boolean {
    return this.parked !== undefined;
  }
  /** It is the turn of an event that failed validation, or that says "anything may have changed": only a snapshot passes it [2]. */
  get isBlocked(): boolean {
    const entry = this.cursor.next();
    return entry !== undefined && !isApplicable(entry);
  }
  /** Whether something can only be put right by a snapshot: no position, another history, an event or an answer that this one will never confirm. */
  get isAdrift(): boolean {
    const { position, isForeign } = this.cursor;
    return position ? isForeign || this.isBlocked || this.overlay.isBeyond(position) : this.numbered;
  }

  read(): ListView<TRow, TQuery> | undefined {
    return this.isLoading || this.isRefilling ? this.view.readPrevious() : this.view.read(this.content);
  }

  /** Another selection or order: the rows of the one before stay until its first page is here. */
  select(query: TQuery): void {
    this.content = new Window(this.rules, query);
    this.isFirstPageHere = false;
    this.refillTo = 0;
    this.parked = undefined;
    this.cursor.void();
  }

  /** Numbered events, live or replayed: held by number, applied in turn [2]. */
  applyBatch(batch: Batch<TRow>): void {
    for (const entry of batch.entries) this.cursor.hold(batch.log, entry);
    this.cursor.hear({ log: batch.log, seq: batch.head });
    this.drain();
  }

  /**
   * An event without a number, or with one (`at`) where the server's snapshots have none: from now on the rows may be
   * those of any moment, until a snapshot [3]. @returns whether only a snapshot can tell more.
   */
  applyUnordered(change: Change<TRow> | undefined, at?: StreamPosition): boolean {
    this.cursor.void();
    if (change?.kind === 'invalidated') {
      if (change.id === undefined || this.numbered) return true;
      this.refetches.touch(change.id, undefined, this.overlay.mark());
      return false;
    }
    if (change) {
      const [id, row] = this.outcome(change);
      if (this.overlay.applyUnordered(id, row, at)) this.view.touch(id);
    }
    return true;
  }

  /** The answer to an action of our own: shown until the stream has reached it; its echo then changes nothing [11]. */
  applyLocalResult({ change, position }: LocalResult<TRow>): void {
    if (change.kind === 'invalidated') return;
    const { position: at } = this.cursor;
    const [id, row] = this.outcome(change);
    this.view.touch(id);
    if (row === null) this.overlay.bury(id);
    if (position && at?.log === position.log && position.seq <= at.seq) {
      // The echo was faster, and may have said no more than that something changed. An event without a number may be later than this.
      this.applyRows([id], { rows: row === null ? [] : [row], position }, -Infinity);
      return;
    }
    if (position) this.cursor.hear(position);
    // An answer that took longer than somebody else's deletion brings nobody back, and one from another history may be
    // older than the row it would cover: only a snapshot can tell, which a foreign history asks for.
    const isForeign = position !== undefined && at !== undefined && position.log !== at.log;
    if (row !== null && (isForeign || this.overlay.isGone(id))) return;
    this.overlay.set(id, row, position);
  }

  /**
   * A snapshot is the truth now [6].
   * @param mark the moment at which it was asked for.
   * @param refillTo so many rows were looked at: they are fetched again before they are shown.
   */
  applySnapshot(page: PageAnswer<TRow>, mark: number, isRollback: boolean, refillTo: number): void {
    const before = this.content;
    const sizeBefore = this.isLoading ? 0 : Math.max(before.size, this.refillTo);
    this.content = new Window(this.rules, before.query);
    this.content.append({ ...page, rows: page.rows.map((row) => unchanged(before.get(this.rules.id(row))?.row, row)) });
    for (const id of this.content.ids()) this.overlay.revive(id, mark);
    if (page.next === null && !this.rules.filters(before.query)) for (const id of before.ids()) if (!this.content.get(id)) this.overlay.bury(id);
    this.numbered = page.position !== undefined;
    if (page.position) this.cursor.moveTo(page.position, isRollback);
    else this.cursor.void();
    this.overlay.answered(mark, page.position);
    this.refetches.settle(mark, page.position);
    this.parked = undefined;
    this.isFirstPageHere = true;
    this.refillTo = Math.min(refillTo, sizeBefore);
    this.view.reset();
    this.drain();
  }

  /** Rows fetched by their ids [10]. */
  applyRows(ids: readonly string[], { rows, position }: RowsAnswer<TRow>, mark: number): void {
    if (position) this.cursor.hear(position);
    if (position && position.log !== this.cursor.position?.log) return;
    const byId = new Map(rows.map((row) => [this.rules.id(row), row]));
    for (const id of ids) {
      if (!this.refetches.answer(id, mark, position)) continue;
      this.confirmRow(id, byId.get(id) ?? null, position);
      this.view.touch(id);
    }
  }

  /** From here on what is applied is remembered, for an answer that may have been read before it. */
  record(): void {
    this.recording = [];
  }
  /** The next page; what was applied since it was read is told to it. */
  applyPage(page: PageAnswer<TRow>): void {
    this.content.append(page);
    for (const row of page.rows) this.view.touch(this.rules.id(row));
    for (const { change, growth } of this.appliedAfter(page.position)) {
      if (change.kind !== 'invalidated') this.reapply(change);
      this.content.grow(growth);
    }
  }
  /** The count alone, of a page. */
  applyCount(page: PageAnswer<TRow>): void {
    this.content.recount(page.total);
    for (const { growth } of this.appliedAfter(page.position)) this.content.grow(growth);
  }

  /** Takes an answer that was read ahead of us once the stream has reached it. */
  defer(position: StreamPosition, take: () => void): void {
    this.cursor.hear(position);
    this.parked = { position, take };
  }

  /** The rows looked at are all here again, or there are no more. */
  endRefill(wanted: number): void {
    if (this.content.cursor === null || this.content.size >= Math.min(this.refillTo, wanted)) this.refillTo = 0;
  }

  /** Applies what is held, as long as it is its turn and it tells what to do. */
  private drain(): void {
    for (let entry = this.cursor.next(); isApplicable(entry); entry = this.cursor.next()) {
      const position = this.cursor.step();
      if (position) this.applyNext(position, entry.change);
    }
  }

  private applyNext(position: StreamPosition, change: Change<TRow>): void {
    const growth = this.apply(change, position);
    this.recording?.push({ seq: position.seq, change, growth });
    for (const [id, row] of this.overlay.settle(position)) {
      // An echo that does not say what was done: the answer did, as of this very position.
      if (this.refetches.answer(id, this.overlay.mark(), position)) this.confirmRow(id, row, position);
      this.view.touch(id);
    }
    this.refetches.forget(position.seq);
    const { parked } = this;
    if (parked?.position.log !== position.log || parked.position.seq !== position.seq) return;
    this.parked = undefined;
    parked.take();
  }

  private apply(change: Change<TRow>, at: StreamPosition): number | undefined {
    if (change.kind === 'invalidated') {
      if (change.id !== undefined) this.refetches.touch(change.id, at, this.overlay.mark());
      return 0;
    }
    const [id, row] = this.outcome(change);
    this.view.touch(id);
    if (row !== null) {
      this.overlay.revive(id);
      return this.content.put(row, change.kind === 'created');
    }
    this.overlay.bury(id);
    return this.content.delete(id, this.refetches.drop(id) ? undefined : true);
  }

  /** Confirms how a row is at a position, whatever it was before; a page under way may have been read before that. */
  private confirmRow(id: string, row: TRow | null, at: StreamPosition | undefined): void {
    if (row !== null) this.content.put(row, undefined);
    else {
      this.content.delete(id, undefined);
      this.overlay.bury(id);
    }
    if (at) this.recording?.push({ seq: at.seq, change: row === null ? { kind: 'deleted', id } : { kind: 'updated', row }, growth: undefined });
  }

  private reapply(change: Exclude<Change<TRow>, { kind: 'invalidated' }>): void {
    const [id, row] = this.outcome(change);
    this.content.retell(id, row);
    this.view.touch(id);
  }

  private appliedAfter(position: StreamPosition | undefined): readonly Applied<TRow>[] {
    const applied = this.recording ?? [];
    this.recording = undefined;
    return position ? applied.filter(({ seq }) => seq > position.seq) : [];
  }

  /** Which row a change is about, and what becomes of it: null when it goes. */
  private outcome(change: Exclude<Change<TRow>, { kind: 'invalidated' }>): readonly [id: string, row: TRow | null] {
    return change.kind === 'deleted' ? [change.id, null] : [this.rules.id(change.row), change.row];
  }
}

/** Whether an event says all that is needed to apply it. */
function isApplicable<TRow>(entry: Entry<TRow> | undefined): entry is Entry<TRow> & { readonly change: Change<TRow> } {
  return entry?.change !== undefined && (entry.change.kind !== 'invalidated' || entry.change.id !== undefined);
}

/** The row object of before where nothing in it changed, so that it is not drawn again. */
function unchanged<TRow>(before: TRow | undefined, row: TRow): TRow {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(row) ? before : row;
}
