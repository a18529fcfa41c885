import { LiveList } from '../engine/live-list';
import type { Change, LinkEvent } from '../engine/link';
import { Mirror } from '../unnumbered/mirror';
import { MirrorFeed } from '../unnumbered/mirror-feed';
import { FeedError, type RowRules } from '../engine/ports';
import { seeded, VirtualTime } from './virtual-time';

interface Row {
  readonly id: string;
  readonly version: number;
}
const RULES: RowRules<Row, null> = {
  id: ({ id }) => id,
  sortKey: ({ version }) => String(version).padStart(6, '0'),
  compare: (a, b) => Number(a > b) - Number(a < b),
  descending: () => true,
  matches: () => true,
  filters: () => false,
};

export interface PlayOptions {
  /** Rows besides those that the schedule makes. */
  readonly padding?: number;
  /** Within a connection every event comes, once and in order: what is missed is missed by cuts alone. */
  readonly isOrdered?: boolean;
  /** The class under test, with one rule broken. */
  readonly Mirror?: typeof Mirror;
}

/** The platform as documented: a bare list, single events without numbers, and a network that loses, doubles, delays and cuts. */
export class Platform {
  readonly rows = new Map<string, Row>();
  readonly departures: number[] = [];
  /** Ids whose deletion the screen has shown. */
  readonly buried = new Set<string>();
  isTroubled = true;
  isConnected = false;
  backFromTheDead = 0;
  /** How often a shown row became an older version of itself. */
  stepsBack = 0;
  /** How often the mirror said that it was live, and was not equal to the server, though nothing was on its way. */
  falselyLive = 0;
  readonly mirror: Mirror<Row>;
  readonly list: LiveList<Row, null>;
  private versions = 0;
  private underWay = 0;
  private readonly ever: { readonly id: string }[] = [];
  private readonly wasShown = new Set<string>();
  private readonly newest = new Map<string, number>();

  constructor(
    readonly time: VirtualTime,
    private readonly options: PlayOptions,
  ) {
    this.mirror = new (options.Mirror ?? Mirror)<Row>(
      { id: ({ id }) => id, fetch: (signal) => this.answer(signal), restraint: () => 0 },
      time,
      () => undefined,
    );
    const feed = new MirrorFeed(this.mirror, RULES, () => Promise.resolve());
    this.list = new LiveList(RULES, feed, time, null, () => undefined, { first: 5, next: 5 });
    this.mirror.connect((event) => this.list.receive(event));
  }

  start(): void {
    for (let n = 0; n < 6 + (this.options.padding ?? 0); n++) this.write(`r${String(n)}`);
    this.list.start();
    this.mirror.start();
  }

  change(): void {
    const ids = [...this.rows.keys()];
    const id = ids[Math.floor(this.time.random() * ids.length)];
    const dice = this.time.random();
    if (id === undefined || dice < 0.3) this.emit({ kind: 'created', row: this.write(`r${String(this.versions)}`) });
    else if (dice < 0.7) this.emit({ kind: 'updated', row: this.write(id) });
    else {
      this.rows.delete(id);
      this.emit({ kind: 'deleted', id });
    }
  }

  connect(): void {
    if (this.isConnected) return;
    this.isConnected = true;
    this.mirror.receive({ kind: 'up' });
  }
  cut(): void {
    if (!this.isConnected) return;
    this.isConnected = false;
    this.mirror.receive({ kind: 'down' });
  }

  /** After everything that happens: what is shown, and what must not be. */
  look(): void {
    if (this.options.isOrdered && this.underWay === 0 && this.mirror.freshness().state === 'live' && !this.isEqual()) this.falselyLive++;
    const rows = this.list.read()?.rows ?? [];
    const shown = new Set(rows.map(({ id }) => id));
    for (const { id, version } of rows) {
      if (version < (this.newest.get(id) ?? 0)) this.stepsBack++;
      this.newest.set(id, version);
    }
    for (const id of shown) if (this.buried.has(id)) this.backFromTheDead++;
    for (const { id } of this.ever) if (!this.rows.has(id) && !shown.has(id) && this.wasShown.has(id)) this.buried.add(id);
    for (const id of shown) this.wasShown.add(id);
  }

  private write(id: string): Row {
    const row = { id, version: ++this.versions };
    if (!this.rows.has(id)) this.ever.push({ id });
    this.rows.set(id, row);
    return row;
  }

  private emit(change: Change<Row>): void {
    if (this.options.isOrdered) {
      this.send({ kind: 'unordered', change }, 2);
      return;
    }
    if (this.chance(0.05)) return;
    const delay = this.chance(0.1) ? this.time.random() * 800 : 2;
    const event: LinkEvent<Row> = this.chance(0.03) ? { kind: 'unordered' } : { kind: 'unordered', change };
    this.send(event, delay);
    if (this.chance(0.05)) this.send(event, delay + 100);
  }

  private isEqual(): boolean {
    const { rows } = this.mirror;
    return rows.size === this.rows.size && [...this.rows].every(([id, { version }]) => rows.get(id)?.version === version);
  }

  private send(event: LinkEvent<Row>, delay: number): void {
    this.underWay++;
    this.time.after(delay, () => {
      this.underWay--;
      if (this.isConnected) this.mirror.receive(event);
    });
  }

  private answer(signal: AbortSignal): Promise<readonly Row[]> {
    this.departures.push(this.time.now());
    return new Promise((resolve, reject) => {
      const there = this.chance(0.2) ? 2_000 * this.time.random() : 5;
      this.time.after(there, () => {
        if (this.chance(0.1)) return void this.time.after(5, () => reject(new FeedError(429)));
        const rows = [...this.rows.values()];
        this.time.after(this.chance(0.3) ? 3_000 * this.time.random() : 5, () => resolve(rows));
      });
      signal.addEventListener('abort', () => reject(new FeedError(0)));
    });
  }

  private chance(share: number): boolean {
    return this.isTroubled && this.time.random() < share;
  }
}

/** @returns the platform after a hostile time and a quiet one. */
export async function play(seed: number, steps: number, options: PlayOptions = {}): Promise<Platform> {
  const random = seeded(seed);
  const time = new VirtualTime(random);
  const platform = new Platform(time, options);
  const look = () => platform.look();
  platform.start();
  time.after(random() * 300, () => platform.connect());
  let now = 0;
  for (let step = 0; step < steps; step++) {
    now += random() < 0.1 ? random() * 40_000 : random() * 600;
    await time.run(now, look);
    if (random() < 0.06) platform.cut();
    else if (random() < 0.4) platform.connect();
    platform.change();
  }
  platform.connect();
  platform.isTroubled = false;
  // The last event is lost: only the list itself can tell of it.
  if (!options.isOrdered) platform.rows.delete([...platform.rows.keys()][0] ?? '');
  await time.run(now + 75_000, look);
  return platform;
}

/** The most requests in any minute. */
export function busiestMinute(departures: readonly number[]): number {
  return Math.max(...departures.map((from) => departures.filter((at) => at >= from && at < from + 60_000).length));
}

/** @returns whether the platform's rows are on the screen at rest, live, with no deleted row back and not too many requests. */
export async function holds(seed: number, steps: number, options: PlayOptions = {}): Promise<boolean> {
  const platform = await play(seed, steps, options);
  platform.list.need(1_000);
  await platform.time.run(platform.time.now() + 5_000, () => platform.look());
  const expected = [...platform.rows.values()].sort((a, b) => b.version - a.version);
  const isEqual = JSON.stringify(platform.list.read()?.rows) === JSON.stringify(expected);
  const isCalm = busiestMinute(platform.departures) <= 6 && (!options.isOrdered || platform.stepsBack + platform.falselyLive === 0);
  return isEqual && isCalm && platform.backFromTheDead === 0 && platform.mirror.freshness().state === 'live';
}
