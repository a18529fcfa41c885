import type { Change, StreamPosition } from '../engine/link';
import type { RowRules } from '../engine/ports';

export interface Row {
  readonly id: string;
  readonly key: string;
  readonly isOn: boolean;
  readonly version: number;
}
export interface Query {
  readonly onlyOn: boolean;
  readonly descending: boolean;
}
export const rules: RowRules<Row, Query> = {
  id: (row) => row.id,
  sortKey: (row) => row.key,
  compare: (a, b) => Number(a > b) - Number(a < b),
  descending: (query) => query.descending,
  matches: (row, query) => !query.onlyOn || row.isOn,
  filters: (query) => query.onlyOn,
};

type Rows = ReadonlyMap<string, Row>;
interface Logged {
  readonly seq: number;
  readonly at: number;
  readonly change: Change<Row>;
}

/** The truth: rows, and every state they ever were in. */
export class ModelServer {
  private logs = 0;
  private histories = new Map<string, Rows[]>();
  private events: Logged[] = [];
  private trimmed = 0;
  private version = 0;
  private rows: Rows = new Map();
  log = '';

  constructor(
    private readonly random: () => number,
    private readonly clock: () => number,
    size = 8,
  ) {
    for (let i = 0; i < size; i++) this.rows = this.put(this.make(`row${String(i)}`));
    this.newLog();
  }

  get head(): StreamPosition {
    return { log: this.log, seq: this.history.length - 1 };
  }
  /** Where a node stands that is `ms` behind. */
  headBefore(ms: number): StreamPosition {
    const newer = this.events.filter((event) => event.at > this.clock() - ms).length;
    return { log: this.log, seq: this.head.seq - newer };
  }
  get now(): Rows {
    return this.rows;
  }

  /** The rows at a position; undefined when there never was such a position. */
  rowsAt({ log, seq }: StreamPosition): Rows | undefined {
    return this.histories.get(log)?.[seq];
  }

  /** The rows at a position, and at each one since. */
  since({ log, seq }: StreamPosition): readonly Rows[] {
    return this.histories.get(log)?.slice(seq) ?? [];
  }

  /** What the server answers to a query, in order. */
  static select(rows: Rows, query: Query): Row[] {
    const sign = query.descending ? -1 : 1;
    return [...rows.values()].filter((row) => rules.matches(row, query)).sort((a, b) => sign * (rules.compare(a.key, b.key) || rules.compare(a.id, b.id)));
  }

  /** One write, with its event. */
  write(): Logged {
    const ids = [...this.rows.keys()];
    const id = ids[Math.floor(this.random() * ids.length)];
    const dice = this.random();
    if (id === undefined || dice < 0.25) return this.commit({ kind: 'created', row: this.make(`new${String(++this.version)}`) });
    return this.commit(dice < 0.45 ? { kind: 'deleted', id } : { kind: 'updated', row: this.make(id) });
  }

  /** Writes without events: an import, an older server. Whoever comes next must begin a new log. */
  writeUnlogged(): Logged {
    const before = this.head;
    const logged = this.write();
    this.histories.get(before.log)?.pop();
    this.events.pop();
    return logged;
  }

  newLog(): void {
    this.log = `log${String(++this.logs)}`;
    this.histories.set(this.log, [this.rows]);
    this.events = [];
    this.trimmed = 0;
  }
  trim(): void {
    this.trimmed = this.head.seq;
  }
  /** The database comes back older than it was. */
  rollBack(by: number): void {
    for (let i = 0; i < by && this.history.length > 1; i++) {
      this.history.pop();
      this.events.pop();
    }
    this.rows = this.history.at(-1) ?? this.rows;
  }

  /** The events after a position; undefined when the log does not reach back, or is another. */
  after({ log, seq }: StreamPosition, upTo = this.head.seq): Logged[] | undefined {
    if (log !== this.log || seq < this.trimmed) return undefined;
    return this.events.filter((event) => event.seq > seq && event.seq <= upTo);
  }

  private get history(): Rows[] {
    return this.histories.get(this.log) ?? [];
  }
  private make(id: string): Row {
    return { id, key: 'abcdefgh'.charAt(Math.floor(this.random() * 8)), isOn: this.random() < 0.6, version: ++this.version };
  }
  private put(row: Row): Rows {
    return new Map(this.rows).set(row.id, row);
  }
  private commit(change: Change<Row>): Logged {
    if (change.kind === 'deleted') {
      const rows = new Map(this.rows);
      rows.delete(change.id);
      this.rows = rows;
    } else if (change.kind !== 'invalidated') this.rows = this.put(change.row);
    this.history.push(this.rows);
    const logged = { seq: this.head.seq, at: this.clock(), change };
    this.events.push(logged);
    return logged;
  }
}
