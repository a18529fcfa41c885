import type { Batch, Change, Entry, LinkEvent, StreamPosition } from '../engine/link';
import { type Feed, FeedError, type PageAnswer, type RowsAnswer } from '../engine/ports';
import { type ModelServer as Server, ModelServer, type Query, type Row } from './model-server';
import type { VirtualTime } from './virtual-time';

/** What may go wrong on the way. Each is a chance in 1 at each opportunity. */
export interface Faults {
  /** A frame is lost without a word. */
  readonly loss: number;
  /** A frame comes twice, the second time late. */
  readonly duplicates: number;
  /** A frame comes out of order. */
  readonly reordering: number;
  /** A payload fails validation. */
  readonly badPayloads: number;
  /** A request fails, or never ends. */
  readonly httpFailures: number;
  readonly httpHangs: number;
  /** A request is answered by a node that is behind. */
  readonly laggingReads: number;
  /** Longest way of a request, in ms. */
  readonly httpDelay: number;
  /** Longest time from a commit to its frame, in ms. */
  readonly emitDelay: number;
  /** A batch frame has its beginning cut off. */
  readonly cutBatches: number;
  /** An event without a row does not even say which one changed. */
  readonly namelessEvents: number;
}
/** A network without a fault. */
export const CALM: Faults = {
  loss: 0,
  duplicates: 0,
  reordering: 0,
  badPayloads: 0,
  httpFailures: 0,
  httpHangs: 0,
  laggingReads: 0,
  httpDelay: 20,
  emitDelay: 5,
  cutBatches: 0,
  namelessEvents: 0,
};

export interface Wire {
  /** `none`: an older server, without numbers, positions, pages and greetings. */
  readonly numbers: 'all' | 'none';
  readonly isBatched: boolean;
  /** Events say only which row changed. */
  readonly isRowless: boolean;
  /** Such events still say when a row is gone. */
  readonly saysGone: boolean;
}

/** The wire between one tab and the server: a socket and HTTP, with everything that can go wrong between them. */
export class Network {
  faults: Faults | undefined;
  wire: Wire;
  private connection = 0;
  private isJoined = false;
  private isHalfOpen = false;
  private lastArrival = 0;
  /** Requests of the list's own: under way, most at once, answered in all, and of the first page. */
  requests = 0;
  maxRequests = 0;
  answers = 0;
  snapshots = 0;

  constructor(
    private readonly server: Server,
    private readonly time: VirtualTime,
    wire: Wire,
    private readonly deliver: (event: LinkEvent<Row>) => void,
  ) {
    this.wire = wire;
  }

  // The socket

  connect(): void {
    const connection = ++this.connection;
    this.isJoined = this.isHalfOpen = false;
    this.send(connection, { kind: 'up' }, true);
    // Rooms are joined after the connection stands: what is emitted between the two is not heard.
    this.time.after(1 + this.chance() * 20, () => {
      if (connection !== this.connection) return;
      this.isJoined = true;
      this.greet();
      this.keepGreeting(connection);
    });
  }
  cut(): void {
    this.connection++;
    this.isJoined = false;
    this.time.after(this.chance() * 50, () => {
      this.time.inTab(() => {
        this.deliver({ kind: 'down' });
      });
    });
  }
  /** The link is dead, but nobody was told. */
  halfOpen(): void {
    this.isHalfOpen = true;
  }

  emit(log: string, seq: number, change: Change<Row>): void {
    const connection = this.connection;
    this.time.after(this.chance() * (this.faults?.emitDelay ?? 10), () => {
      if (connection !== this.connection || !this.isJoined) return;
      const entry = this.entry(seq, change);
      if (this.wire.numbers === 'none') this.send(connection, { kind: 'unordered', ...(entry.change && { change: entry.change }) });
      else this.send(connection, { kind: 'batch', batch: { log, head: seq, entries: this.happens('cutBatches') ? [] : [entry] } });
    });
  }

  private greet(): void {
    if (this.wire.numbers === 'all' && this.wire.isBatched) {
      const { log, seq } = this.server.head;
      this.send(this.connection, { kind: 'batch', batch: { log, head: seq, entries: [] } });
    }
  }
  private keepGreeting(connection: number): void {
    this.time.after(10_000, () => {
      if (connection !== this.connection || !this.isJoined) return;
      this.greet();
      this.keepGreeting(connection);
    });
  }

  private send(connection: number, event: LinkEvent<Row>, isSure = false): void {
    if (this.isHalfOpen || (!isSure && this.happens('loss'))) return;
    const copies = !isSure && this.happens('duplicates') ? [0, this.chance() * 3_000] : [0];
    for (const late of copies) {
      const isOutOfTurn = late > 0 || (!isSure && this.happens('reordering'));
      const arrival = isOutOfTurn ? this.time.now() + 1 + late + this.chance() * 200 : Math.max(this.lastArrival, this.time.now() + 1 + this.chance() * 20);
      if (!isOutOfTurn) this.lastArrival = arrival;
      this.time.after(arrival - this.time.now(), () => {
        if (connection === this.connection && !this.isHalfOpen)
          this.time.inTab(() => {
            this.deliver(event);
          });
      });
    }
  }

  private entry(seq: number, change: Change<Row>): Entry<Row> {
    if (this.happens('badPayloads')) return { seq };
    if (!this.wire.isRowless || change.kind === 'invalidated') return { seq, change };
    if (this.happens('namelessEvents')) return { seq, change: { kind: 'invalidated' } };
    if (change.kind !== 'deleted') return { seq, change: { kind: 'invalidated', id: change.row.id } };
    return { seq, change: this.wire.saysGone ? change : { kind: 'invalidated', id: change.id } };
  }

  // HTTP

  readonly feed: Feed<Row, Query> = {
    page: (query, cursor, limit, signal) => this.counted(this.request(signal, () => this.page(query, cursor, limit))),
    replay: (after, signal) => this.counted(this.request(signal, () => this.replay(after))),
    rows: (ids, signal) => this.counted(this.request(signal, () => this.rows(ids))),
  };

  /** An action of the tab's own. */
  async act(signal: AbortSignal): Promise<{ change: Change<Row>; position?: StreamPosition }> {
    return this.request(signal, () => {
      const { seq, change } = this.commit();
      return { change, ...(this.wire.numbers === 'all' && { position: { log: this.server.log, seq } }) };
    });
  }
  /** A write, by anybody. */
  commit(): { seq: number; change: Change<Row> } {
    const logged = this.wire.numbers === 'all' ? this.server.write() : this.server.writeUnlogged();
    this.emit(this.server.log, logged.seq, logged.change);
    return logged;
  }

  private rows(ids: readonly string[]): RowsAnswer<Row> {
    const at = this.readAt();
    const rows = this.wire.numbers === 'all' ? this.server.rowsAt(at) : this.server.now;
    return { rows: ids.flatMap((id) => rows?.get(id) ?? []), ...this.position(at) };
  }

  private page(query: Query, cursor: string | null, limit: number): PageAnswer<Row> {
    if (cursor === null && limit > 1) this.snapshots++;
    if (this.wire.numbers === 'none') return { rows: ModelServer.select(this.server.now, query), next: null };
    const at = this.readAt();
    const all = ModelServer.select(this.server.rowsAt(at) ?? new Map(), query);
    const sign = query.descending ? -1 : 1;
    const isAfter = (row: Row): boolean => cursor === null || sign * (`${row.key} ${row.id}` < cursor ? -1 : `${row.key} ${row.id}` > cursor ? 1 : 0) > 0;
    const rest = all.filter(isAfter);
    const rows = rest.slice(0, limit);
    const last = rows.at(-1);
    return { rows, next: last && rest.length > limit ? `${last.key} ${last.id}` : null, total: { count: all.length, exact: true }, ...this.position(at) };
  }

  private replay(after: StreamPosition): Batch<Row> {
    if (this.wire.numbers === 'none') throw new FeedError(404);
    const head = this.readAt();
    const events = this.server.after(after, head.seq);
    if (!events) throw new FeedError(410);
    return { log: this.server.log, head: head.seq, entries: events.slice(0, 7).map(({ seq, change }) => this.entry(seq, change)) };
  }

  private position(at: StreamPosition): { position?: StreamPosition } {
    return this.wire.numbers === 'all' ? { position: at } : {};
  }
  /** Where a read happens: now, or on a node that is behind. */
  private readAt(): StreamPosition {
    return this.happens('laggingReads') ? this.server.headBefore(this.chance() * 3_000) : this.server.head;
  }

  /** The list's own requests, of which there is one at a time. */
  private counted<TAnswer>(request: Promise<TAnswer>): Promise<TAnswer> {
    this.maxRequests = Math.max(this.maxRequests, ++this.requests);
    const done = (): void => {
      this.requests--;
      this.answers++;
    };
    request.then(done, done);
    return request;
  }

  private request<TAnswer>(signal: AbortSignal, answer: () => TAnswer): Promise<TAnswer> {
    const delay = (): number => this.chance() * (this.faults?.httpDelay ?? 30);
    return new Promise((resolve, reject) => {
      let isOpen = true;
      const close = (): boolean => {
        const wasOpen = isOpen;
        isOpen = false;
        return wasOpen;
      };
      signal.addEventListener('abort', () => {
        if (close()) reject(new FeedError(0, 'aborted'));
      });
      if (this.happens('httpHangs')) return;
      // The way there, the moment it is answered, and the way back.
      this.time.after(delay(), () => {
        if (!isOpen) return;
        const fails = this.happens('httpFailures');
        const say = said(() => {
          if (fails) throw new FeedError(this.chance() < 0.5 ? 500 : 0);
          return answer();
        });
        this.time.after(delay(), () => {
          this.time.inTab(() => {
            if (close()) say(resolve, reject);
          });
        });
      });
    });
  }

  private chance(): number {
    return this.time.random();
  }
  private happens(fault: keyof Faults): boolean {
    const chance = this.faults?.[fault] ?? 0;
    return chance > 0 && this.chance() < chance;
  }
}

/** Runs something now, to tell what came of it later. */
function said<T>(run: () => T): (resolve: (result: T) => void, reject: (error: FeedError) => void) => void {
  try {
    const result = run();
    return (resolve) => {
      resolve(result);
    };
  } catch (error) {
    return (_, reject) => {
      reject(error instanceof FeedError ? error : new FeedError(0, String(error)));
    };
  }
}
