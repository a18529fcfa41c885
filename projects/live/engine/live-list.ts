import { FetchPlanner, type PageSizes } from './fetch-planner';
import type { Batch, LinkEvent, StreamPosition } from './link';
import type { Feed, LocalResult, RowRules, Timers } from './ports';
import { Replica } from './replica';
import { type Freshness, SyncStatus } from './sync-status';
import type { ListView } from './view';

const PAGE_SIZES: PageSizes = { first: 100, next: 200 };
/** How long the greeting of a new connection may take before we ask instead. */
const GREETING_MS = 150;
/** So many greetings in a row from before our position: either the server lags for half a minute, or its history was rolled back. */
const LAGGING_GREETINGS = 3;
/** All is checked this often (± 20 %) while somebody looks. */
const RECONCILE_MS = 60_000;

/**
 * A live list: the head of the server's rows for one query, kept equal to the server by snapshots and events, whatever
 * is lost, late, doubled or reordered between the two. What is known is in its {@link Replica}; what is missing, its
 * {@link FetchPlanner} asks for; this class listens, and says how far the result may be believed.
 * The numbers in brackets refer to PROTOCOL.md.
 */
export class LiveList<TRow, TQuery> {
  /** What is known of the server's list. */
  readonly replica: Replica<TRow, TQuery>;
  private readonly planner: FetchPlanner<TRow, TQuery>;
  private readonly status = new SyncStatus();
  private isStopped = false;
  private laggingGreetings = 0;
  private cancelGreeting: (() => void) | undefined;
  private cancelReconcile: (() => void) | undefined;

  /** @param changed called whenever {@link read} or {@link freshness} may answer something new; cheap, often, never with an event half applied. */
  constructor(
    rules: RowRules<TRow, TQuery>,
    feed: Feed<TRow, TQuery>,
    private readonly timers: Timers,
    query: TQuery,
    private readonly changed: () => void,
    sizes = PAGE_SIZES,
  ) {
    this.replica = new Replica(rules, query);
    this.planner = new FetchPlanner(this.replica, feed, timers, sizes, (isNews) => {
      this.settle();
      if (isNews) this.status.confirm(timers.now());
    });
  }

  /** The position at which the confirmed rows equal the server's; undefined while that is not known. */
  get position(): StreamPosition | undefined {
    return this.replica.cursor.position;
  }

  start(): void {
    this.settle();
  }
  /** For good: nothing is asked, and nothing that still arrives is taken. */
  stop(): void {
    this.isStopped = true;
    this.planner.stop();
    this.cancelGreeting?.();
    this.cancelReconcile?.();
  }

  /** The rows to show; the same object until something changed. */
  read(): ListView<TRow, TQuery> | undefined {
    return this.replica.read();
  }
  freshness(): Freshness {
    return this.status.read(this.timers.now(), this.planner.failures);
  }

  /** Shows another selection or order. An answer to the one before is thrown away. */
  setQuery(query: TQuery): void {
    this.replica.select(query);
    this.planner.restart();
    this.settle();
  }

  /** Somebody looks at so many rows: loads on until they are there. */
  need(rows: number): void {
    this.planner.need(rows);
    this.settle();
  }

  /** Visible again, restored, a jump of the clock: nothing heard since can be relied on [8]. */
  check(): void {
    this.planner.check();
    this.settle();
  }

  /** The tab is shown again, or hidden: while somebody looks, all is checked each minute. */
  setVisible(isVisible: boolean): void {
    this.watch(isVisible);
    if (isVisible) this.check();
  }
  /** Begins, or ends, to check each minute. */
  watch(isVisible: boolean): void {
    this.cancelReconcile?.();
    this.cancelReconcile = undefined;
    if (isVisible) this.scheduleReconcile();
  }

  setOnline(isOnline: boolean): void {
    this.status.isOnline = isOnline;
    if (isOnline) this.check();
    else this.settle();
  }

  /** What the connection tells, in the order in which it tells it. */
  receive(event: LinkEvent<TRow>): void {
    if (this.isStopped) return;
    switch (event.kind) {
      case 'up':
        this.status.setUp(true);
        this.awaitGreeting();
        break;
      case 'down':
        this.status.setUp(false);
        this.endGreeting();
        break;
      case 'batch':
        this.hear(event.batch);
        break;
      case 'unordered':
        if (this.replica.applyUnordered(event.change)) this.planner.doubt();
    }
    this.settle();
    if (event.kind === 'batch') this.status.confirm(this.timers.now());
  }

  /** The answer to an action of our own [11]. */
  applyLocalResult(answer: LocalResult<TRow>): void {
    this.replica.applyLocalResult(answer);
    if (!answer.position) this.planner.doubt();
    this.settle();
  }

  /** The first batch of a connection is its greeting: what comes after its head will be heard [7]. */
  private hear(batch: Batch<TRow>): void {
    const { replica } = this;
    const isGreeting = this.cancelGreeting !== undefined;
    this.endGreeting();
    if (replica.isNumbered) {
      replica.applyBatch(batch);
      const isLagging = batch.entries.length === 0 && replica.cursor.hasPassed({ log: batch.log, seq: batch.head });
      this.laggingGreetings = isLagging ? this.laggingGreetings + 1 : 0;
      if (this.laggingGreetings >= LAGGING_GREETINGS) this.planner.refetch();
      return;
    }
    replica.cursor.hear({ log: batch.log, seq: batch.head });
    for (const { seq, change } of batch.entries) replica.applyUnordered(change, { log: batch.log, seq });
    if (isGreeting) this.planner.refetch();
    else if (batch.entries.length > 0) this.planner.doubt();
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

  /** After anything that happened: asks for what is missing, and says how sure we are. */
  private settle(): void {
    const { replica, planner } = this;
    planner.pursue();
    const isGreeted = this.cancelGreeting === undefined;
    const isWhole = isGreeted && !replica.isAdrift && replica.cursor.behind === 0 && replica.refetches.size === 0 && !replica.isRefilling;
    this.status.isReady = replica.hasRows;
    this.status.weigh(isWhole && !planner.isDoubting, this.timers.now());
    this.changed();
  }
}
