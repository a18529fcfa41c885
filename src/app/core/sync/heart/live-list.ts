import type { StreamPosition } from '#contract/stream';
import { Asker, type Need } from './asker';
import type { Batch, Change, Entry, LinkEvent } from './link';
import { Overlay } from './overlay';
import { Pending, PENDING_MAX } from './pending';
import { type Feed, type FeedError, type OwnAnswer, type PageAnswer, type RowRules, ROWS_MAX, type Timers } from './ports';
import { Progress } from './progress';
import { type Freshness, Trust } from './trust';
import { type ListView, View } from './view';
import { Window } from './window';

/** Rows asked for at first, and by each further page. */
export interface PageSizes {
  readonly first: number;
  readonly next: number;
}
const PAGE_SIZES: PageSizes = { first: 100, next: 200 };
/** Further behind than this, a snapshot is cheaper than the replay. */
const REPLAY_REACH = 2_000;
/** How long a missing event may still arrive by itself before it is asked for. */
const GAP_MS = 50;
/** How long the greeting of a new connection may take before we ask instead. */
const GREETING_MS = 150;
/** Doubt gathers for this long, and no longer than that, before a snapshot is asked for. */
const DIRTY_MS = 200;
const DIRTY_MAX_MS = 1_000;
const TOUCHED_MS = 100;
const RECOUNT_MS = 1_000;
/** All is checked this often (± 20 %) while somebody looks. */
const RECONCILE_MS = 60_000;
/** So many snapshots older than what we hold, or greetings, mean that the history itself was rolled back. */
const ROLLBACK_AFTER = 6;
const LAGGING_GREETINGS = 3;
/** So many failed replays, and a snapshot is asked for instead. */
const REPLAYS_FAILED = 2;

/**
 * A live list: the head of the server's rows for one query, kept equal to the server by snapshots and events, whatever
 * is lost, late, doubled or reordered between the two.
 *
 * One invariant carries everything: *while a position is held, the confirmed rows are exactly the server's rows at that
 * position* (but for the ids still pending). An event applies only if it is the next one. Whatever cannot be applied in
 * turn is held, asked for again, or replaced by a snapshot. The numbers in brackets refer to the protocol in ARCHITECTURE.md.
 */
export class LiveList<TRow, TQuery> {
  private readonly progress = new Progress<TRow>();
  private readonly overlay = new Overlay<TRow>();
  private readonly pending = new Pending();
  private readonly trust = new Trust();
  private readonly asker: Asker;
  private readonly view: View<TRow, TQuery>;
  private window: Window<TRow, TQuery>;
  /** Whether the server numbers its events: not since a snapshot came without a position [3]. */
  private isNumbered = true;
  /** Whether the window's query is still without its first page. */
  private isLoading = true;
  private wanted: number;
  /** After a snapshot the rows further down are fetched again; until they are here, the rows from before are shown. */
  private refillTo = 0;
  /** What was applied since the page under way was asked for: an answer from before it has to be told. */
  private since: { readonly seq: number; readonly change: Change<TRow>; readonly growth: number | undefined }[] = [];
  /** An answer read ahead of our position: it waits for the stream. */
  private parked: { readonly position: StreamPosition; readonly take: () => void } | undefined;
  /** A check was asked for though nothing is known to be missing. */
  private isCheckDue = false;
  private failedReplays = 0;
  private oldSnapshots = 0;
  private laggingGreetings = 0;
  private cancelGreeting: (() => void) | undefined;
  private cancelReconcile: (() => void) | undefined;

  /** @param changed called whenever {@link read} or {@link freshness} may answer something new; cheap, often, never with an event half applied. */
  constructor(
    private readonly rules: RowRules<TRow, TQuery>,
    private readonly feed: Feed<TRow, TQuery>,
    private readonly timers: Timers,
    query: TQuery,
    private readonly changed: () => void,
    private readonly sizes = PAGE_SIZES,
  ) {
    this.wanted = sizes.first;
    this.window = new Window(rules, query);
    this.view = new View(rules, this.overlay);
    this.asker = new Asker(
      timers,
      (need, signal) => this.ask(need, signal),
      (need, error) => {
        this.landed(need, error);
      },
    );
  }

  /** The position at which the confirmed rows equal the server's; undefined while that is not known. */
  get position(): StreamPosition | undefined {
    return this.progress.position;
  }
  /** The confirmed rows alone, without what still waits for confirmation. For tests of the invariant. */
  get confirmed(): ReadonlyMap<string, TRow> {
    return new Map([...this.window.ids()].map((id) => [id, this.window.get(id)?.row as TRow]));
  }
  get unconfirmed(): number {
    return this.overlay.size;
  }

  start(): void {
    this.asker.want('snapshot', 0);
    this.settle();
  }
  stop(): void {
    this.asker.stop();
    this.cancelGreeting?.();
    this.cancelReconcile?.();
  }

  /** The rows to show; the same object until something changed. While a long window is fetched anew, the one before. */
  read(): ListView<TRow, TQuery> | undefined {
    return this.isLoading || this.refillTo > 0 ? this.view.readPrevious() : this.view.read(this.window);
  }
  freshness(): Freshness {
    return this.trust.read(this.timers.now(), this.asker.failures);
  }

  /** Shows another selection or order. The rows of the one before stay until its first page is here. */
  setQuery(query: TQuery): void {
    this.asker.abandon();
    this.asker.unwant('page');
    this.asker.unwant('count');
    this.window = new Window(this.rules, query);
    this.isLoading = true;
    this.wanted = this.sizes.first;
    this.refillTo = 0;
    this.parked = undefined;
    this.progress.void();
    this.asker.want('snapshot', 0);
    this.settle();
  }

  /** Somebody looks at so many rows: loads on until they are there. */
  need(rows: number): void {
    this.wanted = Math.max(this.sizes.first, rows);
    this.loadOn();
    this.settle();
  }

  /** Visible again, restored, a jump of the clock: nothing heard since can be relied on [8]. */
  check(): void {
    this.isCheckDue = true;
    this.asker.want(this.progress.position ? 'replay' : 'snapshot', 0);
    this.asker.hurry();
    this.settle();
  }

  setVisible(isVisible: boolean): void {
    this.cancelReconcile?.();
    this.cancelReconcile = undefined;
    if (!isVisible) return;
    this.check();
    this.scheduleReconcile();
  }

  setOnline(isOnline: boolean): void {
    this.trust.isOnline = isOnline;
    if (isOnline) this.check();
    this.settle();
  }

  /** What the connection tells, in the order in which it tells it. */
  receive(event: LinkEvent<TRow>): void {
    switch (event.kind) {
      case 'up':
        this.trust.isUp = true;
        this.cancelGreeting?.();
        this.cancelGreeting = this.timers.after(GREETING_MS, () => {
          this.cancelGreeting = undefined;
          this.check();
        });
        break;
      case 'down':
        this.trust.isUp = false;
        this.cancelGreeting?.();
        this.cancelGreeting = undefined;
        break;
      case 'batch':
        this.hear(event.batch);
        break;
      case 'hint':
        this.hint(event.change);
    }
    this.settle();
    if (event.kind === 'batch') this.trust.confirm(this.timers.now());
  }

  /** The answer to an action of our own: shown until the stream has reached it; its echo then changes nothing [11]. */
  own({ change, position }: OwnAnswer<TRow>): void {
    const { position: at } = this.progress;
    if (position && at?.log === position.log && position.seq <= at.seq) return;
    if (change.kind === 'touched') return;
    const id = change.kind === 'deleted' ? change.id : this.rules.id(change.row);
    this.overlay.set(id, change.kind === 'deleted' ? null : change.row, position);
    this.view.touch(id);
    if (position) this.progress.hear(position);
    else this.asker.want('snapshot', DIRTY_MS, DIRTY_MAX_MS);
    this.settle();
  }

  // What arrives

  /** The first batch of a connection is its greeting: what comes after its head will be heard [7]. */
  private hear(batch: Batch<TRow>): void {
    const isGreeting = this.cancelGreeting !== undefined;
    this.cancelGreeting?.();
    this.cancelGreeting = undefined;
    if (this.isNumbered) {
      this.arrive(batch);
      return;
    }
    for (const { change } of batch.entries) this.hint(change);
    if (isGreeting) this.asker.want('snapshot', 0);
  }

  private arrive(batch: Batch<TRow>): void {
    for (const entry of batch.entries) this.progress.hold(batch.log, entry);
    const head = { log: batch.log, seq: batch.head };
    this.progress.hear(head);
    this.drain();
    this.laggingGreetings = batch.entries.length === 0 && this.progress.hasPassed(head) ? this.laggingGreetings + 1 : 0;
    if (this.laggingGreetings >= LAGGING_GREETINGS) this.asker.want('snapshot', 0);
  }

  /** Applies what is held, as long as it is its turn and tells what to do. */
  private drain(): void {
    for (let entry = this.progress.next(); isApplicable(entry); entry = this.progress.next()) {
      const position = this.progress.step();
      if (position) this.reach(position, entry.change);
    }
  }

  /** It is the turn of an event that failed validation, or that says "anything may have changed": only a snapshot passes it [2]. */
  private get isBlocked(): boolean {
    const entry = this.progress.next();
    return entry !== undefined && !isApplicable(entry);
  }

  private reach(position: StreamPosition, change: Change<TRow>): void {
    const growth = this.apply(change, position);
    if (this.asker.asking === 'page' || this.asker.asking === 'count') this.since.push({ seq: position.seq, change, growth });
    this.pending.forget(position.seq);
    for (const id of this.overlay.settle(position)) this.view.touch(id);
    if (this.parked?.position.log === position.log && this.parked.position.seq === position.seq) this.unpark();
  }

  private apply(change: Change<TRow>, at: StreamPosition): number | undefined {
    switch (change.kind) {
      case 'created':
      case 'updated': {
        const id = this.rules.id(change.row);
        this.overlay.revive(id);
        this.view.touch(id);
        return this.window.put(change.row, change.kind === 'created');
      }
      case 'deleted':
        this.overlay.bury(change.id);
        this.view.touch(change.id);
        return this.window.delete(change.id, this.pending.drop(change.id) ? undefined : true);
      case 'touched':
        if (change.id !== undefined) this.pending.touch(change.id, at, this.overlay.mark());
        return 0;
    }
  }

  /** An event without a number: the rows may be those of any moment now, until a snapshot [3]. */
  private hint(change: Change<TRow> | undefined): void {
    this.progress.void();
    if (change && change.kind !== 'touched') {
      const id = change.kind === 'deleted' ? change.id : this.rules.id(change.row);
      if (this.overlay.hint(id, change.kind === 'deleted' ? null : change.row)) this.view.touch(id);
    }
    if (change?.kind === 'touched' && change.id !== undefined && !this.isNumbered) this.pending.touch(change.id, undefined, this.overlay.mark());
    else this.asker.want('snapshot', DIRTY_MS, DIRTY_MAX_MS);
  }

  // What is asked

  /** After anything that happened: asks for what is missing, and says how sure we are. What is derived here survives every answer. */
  private settle(): void {
    const { position, behind, isForeign } = this.progress;
    const want = (need: Need, wait: number, atMost?: number): void => {
      if (!this.asker.has('snapshot') && !this.asker.has(need)) this.asker.want(need, wait, atMost);
    };
    if (!position && this.isNumbered) want('snapshot', 0);
    else if (isForeign || this.isBlocked || (position && this.overlay.isBeyond(position))) want('snapshot', DIRTY_MS);
    else if (behind > 0) want(behind > REPLAY_REACH ? 'snapshot' : 'replay', GAP_MS);
    if (this.pending.size > 0) want(this.feed.rows && this.pending.size <= PENDING_MAX ? 'rows' : 'snapshot', TOUCHED_MS);
    if (this.window.total?.certainty === 'about') want('count', RECOUNT_MS);
    this.loadOn();
    this.trust.isReady = !this.view.isEmpty || !this.isLoading;
    this.trust.weigh(this.isSure(), this.timers.now());
    this.changed();
  }

  private isSure(): boolean {
    const isPlaced = this.progress.position !== undefined || !this.isNumbered;
    const isAsking = this.asker.has('snapshot') || this.asker.has('replay') || this.pending.size > 0;
    return isPlaced && !isAsking && this.progress.behind === 0 && !this.progress.isForeign && !this.isBlocked && this.refillTo === 0;
  }

  private async ask(need: Need, signal: AbortSignal): Promise<void> {
    switch (need) {
      case 'snapshot':
        await this.askSnapshot(signal);
        break;
      case 'replay':
        await this.askReplay(signal);
        break;
      case 'rows':
        await this.askRows(signal);
        break;
      case 'page':
        await this.askPage(signal);
        break;
      case 'count':
        await this.askCount(signal);
    }
  }

  private landed(need: Need, error?: FeedError): void {
    if (error) this.recover(need, error);
    this.settle();
    if (!error && (need === 'snapshot' || need === 'replay')) this.trust.confirm(this.timers.now());
  }

  /** Asks again after a failure; for a snapshot where asking the same again is hopeless [2]. */
  private recover(need: Need, { status }: FeedError): void {
    const isRefused = status >= 400 && status < 500;
    if (need === 'replay') {
      if (status === 401 || status === 403 || status === 404) this.progress.void();
      this.isCheckDue = true;
      this.failedReplays++;
    }
    const isHopeless = need === 'replay' ? isRefused || this.failedReplays >= REPLAYS_FAILED : need === 'page' && isRefused;
    this.asker.want(isHopeless ? 'snapshot' : need, 0);
  }

  private async askSnapshot(signal: AbortSignal): Promise<void> {
    const mark = this.overlay.mark();
    const { floor } = this.progress;
    this.progress.forgetForeign();
    this.isCheckDue = false;
    const page = await this.feed.page(this.window.query, null, this.sizes.first, signal);
    if (signal.aborted) return;
    const isOld = page.position !== undefined && floor?.log === page.position.log && page.position.seq < floor.seq;
    if (isOld && ++this.oldSnapshots < ROLLBACK_AFTER) {
      this.asker.backOff();
      this.asker.want('snapshot', 0);
      return;
    }
    const isOvertaken = page.position !== undefined && !isOld && this.progress.hasPassed(page.position);
    if (!isOvertaken) this.adopt(page, mark, isOld);
    this.answered();
    this.drain();
    if (this.isBlocked) this.asker.backOff();
  }

  /** The snapshot is the truth now [6]. */
  private adopt(page: PageAnswer<TRow>, mark: number, isRollback: boolean): void {
    const before = this.window;
    const shownBefore = this.isLoading ? 0 : before.size;
    this.window = new Window(this.rules, before.query);
    this.window.append({ ...page, rows: page.rows.map((row) => this.unchanged(before, row)) });
    for (const id of this.window.ids()) this.overlay.revive(id);
    if (page.next === null && !this.rules.filters(before.query)) for (const id of before.ids()) if (!this.window.get(id)) this.overlay.bury(id);
    this.isNumbered = page.position !== undefined;
    if (page.position) this.progress.moveTo(page.position, isRollback);
    else this.progress.void();
    this.overlay.answered(mark, page.position);
    this.pending.settle(mark, page.position);
    this.parked = undefined;
    this.since = [];
    this.oldSnapshots = this.failedReplays = this.laggingGreetings = 0;
    this.isLoading = false;
    this.refillTo = page.next === null ? 0 : Math.min(this.wanted, Math.max(shownBefore, this.refillTo));
    this.view.reset();
  }

  /** The row object of before where nothing in it changed, so that it is not drawn again. */
  private unchanged(before: Window<TRow, TQuery>, row: TRow): TRow {
    const known = before.get(this.rules.id(row))?.row;
    return known !== undefined && JSON.stringify(known) === JSON.stringify(row) ? known : row;
  }

  private async askReplay(signal: AbortSignal): Promise<void> {
    const { position: from, behind } = this.progress;
    if (!from) return void this.asker.want('snapshot', 0);
    if (behind === 0 && !this.isCheckDue) return;
    this.isCheckDue = false;
    const batch = await this.feed.replay(from, signal);
    if (signal.aborted) return;
    this.arrive(batch);
    const { position: at } = this.progress;
    const isStuck = at?.log === from.log && at.seq === from.seq && (this.progress.behind > 0 || batch.head < from.seq);
    if (!isStuck || batch.log !== from.log) this.answered();
    else {
      this.asker.backOff();
      this.isCheckDue = true;
      this.asker.want(++this.failedReplays >= REPLAYS_FAILED ? 'snapshot' : 'replay', 0);
    }
    if (this.progress.behind > 0 && !isStuck) this.asker.want('replay', 0);
  }

  private async askRows(signal: AbortSignal): Promise<void> {
    const ids = this.pending.first(ROWS_MAX);
    const mark = this.overlay.mark();
    if (ids.length === 0 || !this.feed.rows) return;
    const { rows, position } = await this.feed.rows(ids, signal);
    if (signal.aborted) return;
    if (position) this.progress.hear(position);
    if (position && position.log !== this.progress.position?.log) return;
    const byId = new Map(rows.map((row) => [this.rules.id(row), row]));
    for (const id of ids) {
      if (!this.pending.answer(id, mark, position)) continue;
      const row = byId.get(id);
      if (row === undefined) {
        this.window.delete(id, undefined);
        this.overlay.bury(id);
      } else this.window.put(row, undefined);
      this.view.touch(id);
    }
    if (ids.some((id) => this.pending.has(id))) this.asker.backOff();
    else this.answered();
  }

  /** Loads on while more rows are looked at than loaded. */
  private loadOn(): void {
    if (this.window.size >= Math.min(this.refillTo, this.wanted) || this.window.cursor === null) this.refillTo = 0;
    const isShort = this.window.size < this.wanted && this.window.cursor !== null;
    if (isShort && !this.isLoading && !this.parked && !this.asker.has('page')) this.asker.want('page', 0);
  }

  private async askPage(signal: AbortSignal): Promise<void> {
    const { window } = this;
    if (window.cursor === null || window.size >= this.wanted) return;
    const from = this.progress.position;
    this.since = [];
    const page = await this.feed.page(window.query, window.cursor, this.sizes.next, signal);
    if (signal.aborted) return;
    this.place('page', page.position, from, () => {
      window.append(page);
      for (const row of page.rows) this.view.touch(this.rules.id(row));
      this.retell(page.position);
    });
  }

  private async askCount(signal: AbortSignal): Promise<void> {
    const { window } = this;
    const from = this.progress.position;
    this.since = [];
    const page = await this.feed.page(window.query, null, 1, signal);
    if (signal.aborted) return;
    this.place('count', page.position, from, () => {
      window.recount(page.total);
      this.retell(page.position);
    });
  }

  /** Takes an answer where its position allows: at once, after the stream has caught up with it, or not at all. */
  private place(need: Need, position: StreamPosition | undefined, from: StreamPosition | undefined, take: () => void): void {
    const { position: at } = this.progress;
    if (!position && !at) take();
    else if (!position || position.log !== at?.log || position.log !== from?.log) this.asker.want('snapshot', 0);
    else if (position.seq < from.seq) {
      this.asker.backOff();
      this.asker.want(need, 0);
    } else if (position.seq > at.seq) {
      this.progress.hear(position);
      this.parked = { position, take };
    } else take();
  }

  private unpark(): void {
    const { parked } = this;
    this.parked = undefined;
    parked?.take();
  }

  /** What happened after an answer was read: its rows are set right, and its count. */
  private retell(position: StreamPosition | undefined): void {
    for (const { seq, change, growth } of this.since) {
      if (!position || seq <= position.seq || change.kind === 'touched') continue;
      this.window.retell(change.kind === 'deleted' ? change : { row: change.row });
      this.view.touch(change.kind === 'deleted' ? change.id : this.rules.id(change.row));
      this.window.grow(growth);
    }
    this.answered();
  }

  private answered(): void {
    this.asker.succeed();
    this.failedReplays = 0;
  }

  private scheduleReconcile(): void {
    this.cancelReconcile = this.timers.after(RECONCILE_MS * (0.8 + 0.4 * this.timers.random()), () => {
      this.check();
      this.scheduleReconcile();
    });
  }
}

/** Whether an event says all that is needed to apply it. */
function isApplicable<TRow>(entry: Entry<TRow> | undefined): entry is Entry<TRow> & { readonly change: Change<TRow> } {
  return entry?.change !== undefined && (entry.change.kind !== 'touched' || entry.change.id !== undefined);
}
