import { RequestQueue } from './request-queue';
import type { LinkEvent, StreamPosition } from './link';
import type { Timers } from './ports';
import type { SnapshotStream, SummedStream } from './snapshot-stream';
import { type Freshness, SyncStatus } from './sync-status';

/** What one request answers, and where each stream stood when it was read; an older server does not tell. */
export interface SnapshotAnswer<T> {
  readonly value: T;
  readonly positions: Readonly<Partial<Record<string, StreamPosition>>>;
}

/** So long an event waits for others before the server is asked. */
const GATHER_MS = 150;
/** How far apart requests leave under load; less than the second after which a doubt would show. */
const PACE_MS = 800;
/** How long the greeting of a new connection may take before we ask instead. */
const GREETING_MS = 150;
/** All is asked for again this often (± 20 %) while somebody looks. */
const RECONCILE_MS = 60_000;
/** So many answers in a row from before our position: the history itself was rolled back. */
const PAST_MAX = 6;

/**
 * Something that the server sums up over one or more streams, kept equal to what the server has. Where an event says for certain what it
 * changes, it is applied at once; otherwise the whole is asked for again: one request at a time, no more than about one a second.
 */
export class LiveSnapshot<T> {
  private readonly requests: RequestQueue;
  private readonly status = new SyncStatus();
  private readonly greetings = new Map<SummedStream<T>, () => void>();
  private value: T | undefined;
  private isStopped = false;
  private isVisible = true;
  /** Asked for again for another reason than an event: the answer under way does not do. */
  private isCheckDue = false;
  private askedAt = -Infinity;
  private past = 0;
  /** Since the connection was lost, the value has once been equal to the server's. */
  private isCaughtUp = false;
  private wasEverCaughtUp = false;
  private cancelReconcile: (() => void) | undefined;

  /**
   * @param fetch rejects with a `FeedError` when there is no answer, and gives up when `signal` aborts.
   * @param changed called whenever {@link read} or {@link freshness} may answer something new.
   */
  constructor(
    private readonly streams: readonly SummedStream<T>[],
    private readonly fetch: (signal: AbortSignal) => Promise<SnapshotAnswer<T>>,
    private readonly timers: Timers,
    private readonly changed: () => void,
  ) {
    const ask = async (_: unknown, signal: AbortSignal): Promise<void> => {
      this.isCheckDue = false;
      this.askedAt = timers.now();
      for (const stream of streams) stream.ask();
      const answer = await this.fetch(signal);
      if (!signal.aborted) this.take(answer);
    };
    this.requests = new RequestQueue(timers, ask, (_, error) => this.land(error !== undefined));
  }

  start(): void {
    this.settle();
  }
  /** For good: nothing is asked, and nothing that still arrives is taken. */
  stop(): void {
    this.isStopped = true;
    this.requests.stop();
    this.cancelReconcile?.();
    for (const cancel of this.greetings.values()) cancel();
  }

  /** The same object until something changed; undefined before the first answer. */
  read(): T | undefined {
    return this.value;
  }
  /** Until it was right for the first time it is not late: it is on its way. */
  freshness(): Freshness {
    const freshness = this.status.read(this.timers.now(), this.requests.failures);
    return freshness.state === 'late' && !this.wasEverCaughtUp ? { ...freshness, state: 'connecting' } : freshness;
  }

  /** What is asked for is another thing from now on. */
  restart(): void {
    this.requests.abandon();
    this.value = undefined;
    this.check();
  }

  /** Visible again, restored, a jump of the clock, somebody's wish: asks at once. */
  check(): void {
    this.isCheckDue = true;
    this.requests.hurry();
    this.requests.want('snapshot', 0);
    this.settle();
  }

  setVisible(isVisible: boolean): void {
    this.watch(isVisible);
    if (isVisible) this.check();
  }
  /** Begins, or ends, to ask after events and each minute: what nobody looks at is asked for when it is shown again. */
  watch(isVisible: boolean): void {
    this.isVisible = isVisible;
    this.cancelReconcile?.();
    this.cancelReconcile = undefined;
    if (!isVisible) return;
    this.cancelReconcile = this.timers.after(RECONCILE_MS * (0.8 + 0.4 * this.timers.random()), () => {
      this.check();
      this.watch(true);
    });
  }
  setOnline(isOnline: boolean): void {
    this.status.isOnline = isOnline;
    if (isOnline) this.check();
    else this.settle();
  }

  /** What the connection of a stream tells, in the order in which it tells it. */
  receive<TRow>(stream: SnapshotStream<T, TRow>, event: LinkEvent<TRow>): void {
    if (this.isStopped) return;
    stream.receive(event, this.timers.now());
    this.greetings.get(stream)?.();
    this.greetings.delete(stream);
    if (event.kind === 'up') this.awaitGreeting(stream);
    if (event.kind === 'down') this.isCaughtUp = false;
    if (event.kind === 'up' || event.kind === 'down') this.status.setUp(this.streams.every(({ isUp }) => isUp));
    this.settle();
    if (event.kind === 'batch') this.status.confirm(this.timers.now());
  }

  private awaitGreeting(stream: SummedStream<T>): void {
    const cancel = this.timers.after(GREETING_MS, () => {
      this.greetings.delete(stream);
      stream.goUngreeted(this.timers.now());
      this.settle();
    });
    this.greetings.set(stream, cancel);
  }

  private take({ value, positions }: SnapshotAnswer<T>): void {
    if (this.streams.some((stream) => stream.isPast(positions[stream.name])) && ++this.past < PAST_MAX) {
      this.isCheckDue = true;
      this.requests.backOff();
      return;
    }
    this.past = 0;
    this.requests.succeed();
    for (const stream of this.streams) stream.adopt(positions[stream.name]);
    this.value = value;
    this.advance();
    if (!this.streams.every(({ isGreeted }) => isGreeted)) return;
    // Everything up to the first event that is still missing was right just now.
    const now = this.timers.now();
    this.isCaughtUp = this.wasEverCaughtUp = true;
    this.status.isReady = true;
    this.status.weigh(true, now);
    this.status.confirm(this.missingSince() ?? now);
  }

  private land(isFailure: boolean): void {
    if (isFailure) this.isCheckDue = true;
    if (!this.isCheckDue) this.requests.unwant('snapshot');
    this.settle();
  }

  private advance(): void {
    for (const stream of this.streams) if (this.value !== undefined) this.value = stream.advance(this.value);
  }

  private missingSince(): number | undefined {
    const times = this.streams.flatMap(({ missingSince }) => missingSince ?? []);
    return times.length > 0 ? Math.min(...times) : undefined;
  }

  /** After anything that happened: asks for what is missing, and says how sure we are. */
  private settle(): void {
    if (this.isStopped) return;
    this.advance();
    const now = this.timers.now();
    const isMissing = this.streams.some((stream) => stream.isMissing);
    if (this.value === undefined || this.isCheckDue || (isMissing && this.isVisible))
      this.requests.want('snapshot', this.value === undefined ? 0 : Math.max(GATHER_MS, this.isCaughtUp ? this.askedAt + PACE_MS - now : 0));
    this.status.isReady = this.value !== undefined;
    const isSure = this.value !== undefined && !isMissing && this.streams.every(({ isGreeted }) => isGreeted);
    if (isSure) this.isCaughtUp = this.wasEverCaughtUp = true;
    this.status.weigh(isSure, this.missingSince() ?? now);
    this.changed();
  }
}
