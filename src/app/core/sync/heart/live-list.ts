import type { StreamPosition } from '#contract/stream';
import { Asker, type Need } from './asker';
import type { Batch, LinkEvent } from './link';
import { PENDING_MAX } from './pending';
import { type Feed, type FeedError, type OwnAnswer, type PageAnswer, type RowRules, ROWS_MAX, type Timers } from './ports';
import { Replica } from './replica';
import { type Freshness, Trust } from './trust';
import type { ListView } from './view';

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
/** So many replays that did not help, and a snapshot is asked for instead. */
const REPLAYS_FAILED = 2;

/**
 * A live list: the head of the server's rows for one query, kept equal to the server by snapshots and events, whatever
 * is lost, late, doubled or reordered between the two. This class listens and asks; what it knows is in the {@link Replica}.
 * The numbers in brackets refer to the protocol in ARCHITECTURE.md.
 */
export class LiveList<TRow, TQuery> {
  /** What is known of the server's list. */
  readonly replica: Replica<TRow, TQuery>;
  private readonly trust = new Trust();
  private readonly asker: Asker;
  private wanted: number;
  /** A check was asked for, though nothing is known to be missing. */
  private isCheckDue = false;
  private failedReplays = 0;
  private oldSnapshots = 0;
  private laggingGreetings = 0;
  private cancelGreeting: (() => void) | undefined;
  private cancelReconcile: (() => void) | undefined;

  /** @param changed called whenever {@link read} or {@link freshness} may answer something new; cheap, often, never with an event half applied. */
  constructor(
    rules: RowRules<TRow, TQuery>,
    private readonly feed: Feed<TRow, TQuery>,
    private readonly timers: Timers,
    query: TQuery,
    private readonly changed: () => void,
    private readonly sizes = PAGE_SIZES,
  ) {
    this.wanted = sizes.first;
    this.replica = new Replica(rules, query);
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
    return this.replica.progress.position;
  }

  start(): void {
    this.settle();
  }
  stop(): void {
    this.asker.stop();
    this.cancelGreeting?.();
    this.cancelReconcile?.();
  }

  /** The rows to show; the same object until something changed. */
  read(): ListView<TRow, TQuery> | undefined {
    return this.replica.read();
  }
  freshness(): Freshness {
    return this.trust.read(this.timers.now(), this.asker.failures);
  }

  /** Shows another selection or order. An answer to the one before is thrown away. */
  setQuery(query: TQuery): void {
    this.asker.abandon();
    this.asker.unwant('page');
    this.asker.unwant('count');
    this.replica.select(query);
    this.wanted = this.sizes.first;
    this.asker.want('snapshot', 0);
    this.settle();
  }

  /** Somebody looks at so many rows: loads on until they are there. */
  need(rows: number): void {
    this.wanted = Math.max(this.sizes.first, rows);
    this.settle();
  }

  /** Visible again, restored, a jump of the clock: nothing heard since can be relied on [8]. */
  check(): void {
    this.isCheckDue = true;
    this.asker.want(this.position ? 'replay' : 'snapshot', 0);
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
    else this.settle();
  }

  /** What the connection tells, in the order in which it tells it. */
  receive(event: LinkEvent<TRow>): void {
    switch (event.kind) {
      case 'up':
        this.trust.isUp = true;
        this.awaitGreeting();
        break;
      case 'down':
        this.trust.isUp = false;
        this.endGreeting();
        break;
      case 'batch':
        this.hear(event.batch);
        break;
      case 'hint':
        if (this.replica.hint(event.change)) this.asker.want('snapshot', DIRTY_MS, DIRTY_MAX_MS);
    }
    this.settle();
    if (event.kind === 'batch') this.trust.confirm(this.timers.now());
  }

  /** The answer to an action of our own [11]. */
  own(answer: OwnAnswer<TRow>): void {
    this.replica.own(answer);
    if (!answer.position) this.asker.want('snapshot', DIRTY_MS, DIRTY_MAX_MS);
    this.settle();
  }

  /** The first batch of a connection is its greeting: what comes after its head will be heard [7]. */
  private hear(batch: Batch<TRow>): void {
    const { replica } = this;
    const isGreeting = this.cancelGreeting !== undefined;
    this.endGreeting();
    if (replica.isNumbered) {
      replica.arrive(batch);
      const isLagging = batch.entries.length === 0 && replica.progress.hasPassed({ log: batch.log, seq: batch.head });
      this.laggingGreetings = isLagging ? this.laggingGreetings + 1 : 0;
      if (this.laggingGreetings >= LAGGING_GREETINGS) this.asker.want('snapshot', 0);
      return;
    }
    replica.progress.hear({ log: batch.log, seq: batch.head });
    for (const { seq, change } of batch.entries) replica.hint(change, { log: batch.log, seq });
    if (isGreeting || batch.entries.length > 0) this.asker.want('snapshot', isGreeting ? 0 : DIRTY_MS, DIRTY_MAX_MS);
  }

  private awaitGreeting(): void {
    this.endGreeting();
    this.cancelGreeting = this.timers.after(GREETING_MS, () => {
      this.cancelGreeting = undefined;
      this.check();
    });
  }
  private endGreeting(): void {
    this.cancelGreeting?.();
    this.cancelGreeting = undefined;
  }

  private scheduleReconcile(): void {
    this.cancelReconcile = this.timers.after(RECONCILE_MS * (0.8 + 0.4 * this.timers.random()), () => {
      this.check();
      this.scheduleReconcile();
    });
  }

  /** After anything that happened: asks for what is missing, and says how sure we are. What is derived here survives every answer. */
  private settle(): void {
    const { asker, replica } = this;
    const { progress, pending, window } = replica;
    const want = (need: Need, wait: number): void => {
      if (!asker.has('snapshot') && !asker.has(need)) asker.want(need, wait);
    };
    if (replica.isAdrift) want('snapshot', this.position ? DIRTY_MS : 0);
    else if (progress.behind > 0) want(progress.behind > REPLAY_REACH ? 'snapshot' : 'replay', GAP_MS);
    if (pending.size > 0) want(this.feed.rows && pending.size <= PENDING_MAX ? 'rows' : 'snapshot', TOUCHED_MS);
    replica.endRefill(this.wanted);
    if (!replica.isLoading && !replica.isParked && window.cursor !== null && window.size < this.wanted) want('page', 0);
    if (window.total?.certainty === 'about') want('count', RECOUNT_MS);
    const isAsking = asker.has('snapshot') || asker.has('replay');
    this.trust.isReady = replica.hasRows;
    this.trust.weigh(!isAsking && !replica.isAdrift && progress.behind === 0 && pending.size === 0 && !replica.isRefilling, this.timers.now());
    this.changed();
  }

  private ask(need: Need, signal: AbortSignal): Promise<void> {
    switch (need) {
      case 'snapshot':
        return this.askSnapshot(signal);
      case 'replay':
        return this.askReplay(signal);
      case 'rows':
        return this.askRows(signal);
      case 'page':
      case 'count':
        return this.askPage(need, signal);
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
      if (status === 401 || status === 403 || status === 404) this.replica.progress.void();
      this.isCheckDue = true;
      this.failedReplays++;
    }
    const isHopeless = need === 'replay' ? isRefused || this.failedReplays >= REPLAYS_FAILED : need === 'page' && isRefused;
    this.asker.want(isHopeless ? 'snapshot' : need, 0);
  }

  private async askSnapshot(signal: AbortSignal): Promise<void> {
    const { replica } = this;
    const mark = replica.overlay.mark();
    const { floor } = replica.progress;
    replica.progress.forgetForeign();
    this.isCheckDue = false;
    const page = await this.feed.page(replica.window.query, null, this.sizes.first, signal);
    if (signal.aborted) return;
    const { position } = page;
    const isOlderThanAsked = position !== undefined && floor?.log === position.log && position.seq < floor.seq;
    if (isOlderThanAsked && ++this.oldSnapshots < ROLLBACK_AFTER) {
      this.tryAgain('snapshot');
      return;
    }
    const isOvertaken = position !== undefined && !isOlderThanAsked && replica.progress.hasPassed(position);
    this.answered();
    if (!isOvertaken) {
      this.oldSnapshots = this.laggingGreetings = 0;
      replica.adopt(page, mark, isOlderThanAsked, this.wanted);
    }
    if (replica.isBlocked) this.asker.backOff();
  }

  private async askReplay(signal: AbortSignal): Promise<void> {
    const { progress } = this.replica;
    const from = progress.position;
    if (!from || (progress.behind === 0 && !this.isCheckDue)) return;
    this.isCheckDue = false;
    const batch = await this.feed.replay(from, signal);
    if (signal.aborted) return;
    this.replica.arrive(batch);
    const isStuck = this.position?.log === from.log && this.position.seq === from.seq && (progress.behind > 0 || batch.head < from.seq);
    if (!isStuck || batch.log !== from.log) {
      this.answered();
      if (progress.behind > 0) this.asker.want('replay', 0);
      return;
    }
    this.isCheckDue = true;
    this.tryAgain(++this.failedReplays >= REPLAYS_FAILED ? 'snapshot' : 'replay');
  }

  private async askRows(signal: AbortSignal): Promise<void> {
    const { pending, overlay } = this.replica;
    const ids = pending.first(ROWS_MAX);
    const mark = overlay.mark();
    const answer = await this.feed.rows?.(ids, signal);
    if (!answer || signal.aborted) return;
    this.replica.fetched(ids, answer, mark);
    if (ids.some((id) => pending.has(id))) this.asker.backOff();
    else this.answered();
  }

  /** The next page, or only the count: taken at once, or once the stream has reached it, or not at all. */
  private async askPage(need: 'page' | 'count', signal: AbortSignal): Promise<void> {
    const { replica } = this;
    const { window } = replica;
    const from = this.position;
    if (need === 'page' && (window.cursor === null || window.size >= this.wanted)) return;
    replica.record();
    const page: PageAnswer<TRow> = await this.feed.page(window.query, need === 'page' ? window.cursor : null, need === 'page' ? this.sizes.next : 1, signal);
    if (signal.aborted) return;
    const { position } = page;
    const at = this.position;
    const take = (): void => {
      if (need === 'page') replica.append(page);
      else replica.recount(page);
      this.answered();
    };
    if (!position && !at) take();
    else if (!position || position.log !== at?.log || position.log !== from?.log) this.asker.want('snapshot', 0);
    else if (position.seq < from.seq) this.tryAgain(need);
    else if (position.seq > at.seq) replica.park(position, take);
    else take();
  }

  /** An answer came, but from a node that is behind. */
  private tryAgain(need: Need): void {
    this.asker.backOff();
    this.asker.want(need, 0);
  }

  private answered(): void {
    this.asker.succeed();
    this.failedReplays = 0;
  }
}
