import { RequestQueue, type Need } from './request-queue';
import { REFETCH_MAX } from './refetch-set';
import { type Feed, type FeedError, ROWS_MAX, type Timers } from './ports';
import type { Replica } from './replica';

/** Rows asked for at first, and by each further page. */
export interface PageSizes {
  readonly first: number;
  readonly next: number;
}
/** Further behind than this, a snapshot is cheaper than the replay. */
const REPLAY_REACH = 2_000;
/** How long a missing event may still arrive by itself before it is asked for. */
const GAP_MS = 50;
/** Doubt gathers for this long, and no longer than that, before a snapshot is asked for. */
const DIRTY_MS = 200;
const DIRTY_MAX_MS = 1_000;
/** Touched ids gather for this long before they are fetched, and longer soon after a fetch, unless a request's worth of them waits. */
const TOUCHED_MS = 100;
const FETCH_PACE_MS = 250;
const RECOUNT_MS = 1_000;
/** So many snapshots older than what we hold mean that the history itself was rolled back. */
const ROLLBACK_AFTER = 6;
/** So many replays that did not help, and a snapshot is asked for instead. */
const REPLAYS_FAILED = 2;

/**
 * Asks the server for what a {@link Replica} lacks: derives the need from its state, sends one request at a time, and gives it
 * the answers that are fit to be taken. The numbers in brackets refer to PROTOCOL.md.
 */
export class FetchPlanner<TRow, TQuery> {
  private readonly requests: RequestQueue;
  private wanted: number;
  /** A check was asked for, though nothing is known to be missing. */
  private isCheckDue = false;
  private failedReplays = 0;
  private oldSnapshots = 0;
  private lastFetch = -Infinity;

  /** @param landed called after each answer or failure; `true` when the server said where it stands. */
  constructor(
    private readonly replica: Replica<TRow, TQuery>,
    private readonly feed: Feed<TRow, TQuery>,
    private readonly timers: Timers,
    private readonly sizes: PageSizes,
    landed: (isNews: boolean) => void,
  ) {
    this.wanted = sizes.first;
    this.requests = new RequestQueue(
      timers,
      (need, signal) => this.ask(need, signal),
      (need, error) => {
        if (error) this.recover(need, error);
        landed(!error && (need === 'snapshot' || need === 'replay'));
      },
    );
  }

  /** Requests without an answer, in a row. */
  get failures(): number {
    return this.requests.failures;
  }
  /** Whether the rows as a whole are in question. */
  get isDoubting(): boolean {
    return this.requests.has('snapshot') || this.requests.has('replay');
  }

  stop(): void {
    this.requests.stop();
  }

  /** Asks what happened since our position, without waiting for anything. */
  check(): void {
    this.isCheckDue = true;
    this.requests.want(this.replica.cursor.position ? 'replay' : 'snapshot', 0);
    this.requests.hurry();
  }
  /** Asks for everything at once. */
  refetch(): void {
    this.requests.want('snapshot', 0);
  }
  /** Something unverified was heard [5]. */
  doubt(): void {
    this.requests.want('snapshot', DIRTY_MS, DIRTY_MAX_MS);
  }
  /** The selection is another: an answer to the one before is thrown away. */
  restart(): void {
    this.requests.abandon();
    this.requests.unwant('page');
    this.requests.unwant('count');
    this.wanted = this.sizes.first;
    this.refetch();
  }
  need(rows: number): void {
    this.wanted = Math.max(this.sizes.first, rows);
  }

  /** Wants what is missing. All of it is derived from the replica, so that no answer can make it forgotten. */
  pursue(): void {
    const { requests, replica } = this;
    const { cursor, refetches, window } = replica;
    const want = (need: Need, wait: number): void => {
      if (!requests.has('snapshot') && !requests.has(need)) requests.want(need, wait);
    };
    if (replica.isAdrift) want('snapshot', cursor.position ? DIRTY_MS : 0);
    else if (cursor.behind > 0) want(cursor.behind > REPLAY_REACH ? 'snapshot' : 'replay', GAP_MS);
    if (!this.feed.rows || refetches.size > REFETCH_MAX) {
      if (refetches.size > 0) want('snapshot', TOUCHED_MS);
    } else if (refetches.size >= ROWS_MAX && requests.asking !== 'rows') requests.want('rows', 0);
    else if (refetches.size > 0) want('rows', Math.max(TOUCHED_MS, this.lastFetch + FETCH_PACE_MS - this.timers.now()));
    replica.endRefill(this.wanted);
    if (!replica.isLoading && !replica.isParked && window.cursor !== null && window.size < this.wanted) want('page', 0);
    if (window.total?.certainty === 'about') want('count', RECOUNT_MS);
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

  /** Asks again after a failure; for a snapshot where asking the same again is hopeless [2]. */
  private recover(need: Need, { status }: FeedError): void {
    const isRefused = status >= 400 && status < 500;
    if (need === 'replay') {
      if (status === 401 || status === 403 || status === 404) this.replica.cursor.void();
      this.isCheckDue = true;
      this.failedReplays++;
    }
    const isHopeless = need === 'replay' ? isRefused || this.failedReplays >= REPLAYS_FAILED : need === 'page' && isRefused;
    this.requests.want(isHopeless ? 'snapshot' : need, 0);
  }

  private async askSnapshot(signal: AbortSignal): Promise<void> {
    const { replica } = this;
    const mark = replica.overlay.mark();
    const { floor } = replica.cursor;
    replica.cursor.forgetForeign();
    this.isCheckDue = false;
    const page = await this.feed.page(replica.window.query, null, this.sizes.first, signal);
    if (signal.aborted) return;
    const { position } = page;
    const isOlderThanAsked = position !== undefined && floor?.log === position.log && position.seq < floor.seq;
    if (isOlderThanAsked && ++this.oldSnapshots < ROLLBACK_AFTER) {
      this.tryAgain('snapshot');
      return;
    }
    const isOvertaken = position !== undefined && !isOlderThanAsked && replica.cursor.hasPassed(position);
    this.answered();
    if (!isOvertaken) {
      this.oldSnapshots = 0;
      replica.applySnapshot(page, mark, isOlderThanAsked, this.wanted);
    }
    if (replica.isBlocked) this.requests.backOff();
  }

  private async askReplay(signal: AbortSignal): Promise<void> {
    const { cursor } = this.replica;
    const from = cursor.position;
    if (!from || (cursor.behind === 0 && !this.isCheckDue)) return;
    this.isCheckDue = false;
    const batch = await this.feed.replay(from, signal);
    if (signal.aborted) return;
    this.replica.applyBatch(batch);
    const isStuck = cursor.isAt(from) && (cursor.behind > 0 || batch.head < from.seq);
    if (!isStuck || batch.log !== from.log) {
      this.answered();
      if (cursor.behind > 0) this.requests.want('replay', 0);
      return;
    }
    this.isCheckDue = true;
    this.tryAgain(++this.failedReplays >= REPLAYS_FAILED ? 'snapshot' : 'replay');
  }

  private async askRows(signal: AbortSignal): Promise<void> {
    const { refetches, overlay } = this.replica;
    const ids = refetches.first(ROWS_MAX);
    // An own action may have brought meanwhile what was to be fetched.
    if (ids.length === 0) return;
    this.lastFetch = this.timers.now();
    const mark = overlay.mark();
    const answer = await this.feed.rows?.(ids, signal);
    if (!answer || signal.aborted) return;
    this.replica.applyRows(ids, answer, mark);
    if (ids.some((id) => refetches.has(id))) this.requests.backOff();
    else this.answered();
  }

  /** The next page, or only the count: taken at once, or once the stream has reached it, or not at all. */
  private async askPage(need: 'page' | 'count', signal: AbortSignal): Promise<void> {
    const { replica } = this;
    const { window } = replica;
    const from = replica.cursor.position;
    if (need === 'page' && (window.cursor === null || window.size >= this.wanted)) return;
    replica.record();
    const page = await this.feed.page(window.query, need === 'page' ? window.cursor : null, need === 'page' ? this.sizes.next : 1, signal);
    if (signal.aborted) return;
    const { position } = page;
    const at = replica.cursor.position;
    const take = (): void => {
      if (need === 'page') replica.applyPage(page);
      else replica.applyCount(page);
      this.answered();
    };
    if (!position && !at) take();
    else if (!position || position.log !== at?.log || position.log !== from?.log) this.requests.want('snapshot', 0);
    else if (position.seq < from.seq) this.tryAgain(need);
    else if (position.seq > at.seq) replica.defer(position, take);
    else take();
  }

  /** An answer came, but from a node that is behind. */
  private tryAgain(need: Need): void {
    this.requests.backOff();
    this.requests.want(need, 0);
  }

  private answered(): void {
    this.requests.succeed();
    this.failedReplays = 0;
  }
}
