import * as fc from 'fast-check';
import type { Batch, LinkEvent } from '../engine/link';
import { LiveSnapshot, type SnapshotAnswer } from '../engine/live-snapshot';
import { FeedError } from '../engine/ports';
import { SnapshotStream } from '../engine/snapshot-stream';
import { seeded, VirtualTime } from './virtual-time';

const LOG = 'log1';
const RUNS = Number(process.env['SCHEDULES'] ?? 2_000);
const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);

/** What the server sums up: how many rows there are, and a figure that no event tells. */
interface Sum {
  readonly rows: number;
  readonly secret: number;
}

/** A server with one stream, and the way there, which may lose, repeat, hold back, refuse, hang and answer from the past. */
class Model {
  readonly states: Sum[] = [{ rows: 0, secret: 0 }];
  readonly departures: number[] = [];
  isTroubled = true;
  isConnected = false;
  inFlight = 0;
  mostInFlight = 0;
  readonly stream = new SnapshotStream<Sum, string>('users', (sum, change) => (change.kind === 'created' ? { ...sum, rows: sum.rows + 1 } : undefined));
  readonly live: LiveSnapshot<Sum>;

  constructor(readonly time: VirtualTime) {
    this.live = new LiveSnapshot<Sum>(
      [this.stream],
      (signal) => this.answer(signal),
      time,
      () => undefined,
    );
  }

  get seq(): number {
    return this.states.length - 1;
  }
  get now(): Sum {
    return this.at(this.seq);
  }
  at(seq: number): Sum {
    const state = this.states[seq];
    if (!state) throw new Error(`nothing happened at ${String(seq)}`);
    return state;
  }

  commit(): void {
    const isCreation = this.time.random() < 0.5;
    const { rows, secret } = this.now;
    this.states.push(isCreation ? { rows: rows + 1, secret } : { rows, secret: secret + 1 });
    const seq = this.seq;
    const entry = { seq, change: isCreation ? ({ kind: 'created', row: '' } as const) : ({ kind: 'updated', row: '' } as const) };
    if (this.chance(0.1)) return;
    this.send({ kind: 'batch', batch: { log: LOG, head: seq, entries: [entry] } }, 5);
    if (this.chance(0.1)) this.send({ kind: 'batch', batch: { log: LOG, head: seq, entries: [entry] } }, 300);
  }

  connect(): void {
    if (this.isConnected) return;
    this.isConnected = true;
    this.live.receive(this.stream, { kind: 'up' });
    this.greet();
  }
  cut(): void {
    if (!this.isConnected) return;
    this.isConnected = false;
    this.live.receive(this.stream, { kind: 'down' });
  }
  greet(): void {
    const batch: Batch<string> = { log: LOG, head: this.seq, entries: [] };
    this.send({ kind: 'batch', batch }, 5);
  }

  private send(event: LinkEvent<string>, delay: number): void {
    this.time.after(this.time.random() * (this.chance(0.1) ? 500 : delay), () => {
      if (this.isConnected) this.live.receive(this.stream, event);
    });
  }

  private async answer(signal: AbortSignal): Promise<SnapshotAnswer<Sum>> {
    this.departures.push(this.time.now());
    this.mostInFlight = Math.max(this.mostInFlight, ++this.inFlight);
    signal.addEventListener('abort', () => this.inFlight--);
    const pause = (ms: number): Promise<void> => new Promise((resolve) => void this.time.after(ms, resolve));
    await pause(this.time.random() * 30);
    if (this.chance(0.05)) await new Promise(() => undefined);
    const seq = Math.max(0, this.chance(0.1) ? this.seq - 3 : this.seq);
    const isRefused = this.chance(0.1);
    await pause(this.time.random() * 30);
    if (!signal.aborted) this.inFlight--;
    if (isRefused) throw new FeedError(500);
    return { value: this.at(seq), positions: { users: { log: LOG, seq } } };
  }

  private chance(share: number): boolean {
    return this.isTroubled && this.time.random() < share;
  }
}

/** Ten troubled seconds, then quiet. @returns what was ever wrong. */
async function play(seed: number): Promise<string[]> {
  const wrong: string[] = [];
  const model = new Model(new VirtualTime(seeded(seed)));
  const { time, live, stream } = model;
  const check = (): void => {
    const sum = live.read();
    const { position } = stream;
    if (sum && position && JSON.stringify(sum) !== JSON.stringify(model.at(position.seq)))
      wrong.push(`at ${String(position.seq)}: ${JSON.stringify(sum)} for ${JSON.stringify(model.at(position.seq))}`);
  };
  live.start();
  model.connect();
  for (let step = 0; step < 100; step++) {
    const dice = time.random();
    if (dice < 0.04) model.cut();
    else if (dice < 0.12) model.connect();
    else if (dice < 0.15) live.check();
    else if (dice < 0.6) model.commit();
    await time.run(time.now() + 100, check);
  }
  model.isTroubled = false;
  model.connect();
  model.greet();
  await time.run(time.now() + 30_000, check);
  if (JSON.stringify(live.read()) !== JSON.stringify(model.now)) wrong.push(`in the end: ${JSON.stringify(live.read())} for ${JSON.stringify(model.now)}`);
  if (live.freshness().state !== 'live') wrong.push(`in the end: ${live.freshness().state}`);
  if (model.mostInFlight > 1) wrong.push(`${String(model.mostInFlight)} requests at once`);
  live.stop();
  return wrong;
}

/** Connected, without trouble. */
async function calm(): Promise<Model> {
  const model = new Model(new VirtualTime(seeded(3)));
  model.isTroubled = false;
  model.live.start();
  model.connect();
  await model.time.run(1_000, () => undefined);
  return model;
}
const pass = ({ time }: Model, ms: number): Promise<void> => time.run(time.now() + ms, () => undefined);

describe('A live snapshot', () => {
  it(`is at any time what the server had at the position held, and in the end what it has (${String(RUNS)} schedules, SEED=${String(SEED)})`, async () => {
    const result = await fc.check(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e9 }), async (seed) => {
        const wrong = await play(seed);
        if (wrong.length > 0) throw new Error(wrong.slice(0, 5).join('; '));
      }),
      { seed: SEED, numRuns: RUNS },
    );
    if (result.failed) fail(`${String(result.errorInstance)}\n${fc.defaultReportMessage(result) ?? ''}`);
    expect(result.numRuns).toBe(RUNS);
  }, 60_000);

  it('asks once to begin with, and applies what is certain without asking again', async () => {
    const model = await calm();
    expect(model.departures.length).toBe(1);
    const before = model.now.rows;
    while (model.now.rows === before) {
      const { secret } = model.now;
      model.commit();
      if (model.now.secret !== secret) await pass(model, 2_000);
    }
    const asked = model.departures.length;
    await pass(model, 20);
    expect(model.live.read()).toEqual(model.now);
    await pass(model, 2_000);
    expect(model.departures.length).toBe(asked);
  });

  it('asks no more than once in about a second under load, and is live all the while', async () => {
    const model = await calm();
    const states = new Set<string>();
    for (let change = 0; change < 600; change++) {
      model.commit();
      await pass(model, 25);
      states.add(model.live.freshness().state);
    }
    expect(model.departures.length).toBeLessThan(1 + 600 * 0.025 * 1.3);
    expect([...states]).toEqual(['live']);
  });

  it('is stale without a connection, and asks nothing again when nothing was missed', async () => {
    const model = await calm();
    model.cut();
    expect(model.live.freshness().state).toBe('stale');
    const asked = model.departures.length;
    model.connect();
    await pass(model, 300);
    expect(model.live.freshness().state).toBe('live');
    expect(model.departures.length).toBe(asked);
  });

  it('catches up after an outage before it says that it is live', async () => {
    const model = await calm();
    model.cut();
    for (let change = 0; change < 20; change++) model.commit();
    model.connect();
    const states: string[] = [];
    await model.time.run(model.time.now() + 3_000, () => {
      const isRight = JSON.stringify(model.live.read()) === JSON.stringify(model.now);
      if (model.live.freshness().state === 'live' && !isRight) states.push('live and wrong');
    });
    expect(states).toEqual([]);
    expect(model.live.read()).toEqual(model.now);
    expect(model.live.freshness().state).toBe('live');
  });

  it('asks an older server, which numbers nothing, after every event and no more', async () => {
    const model = await calm();
    const asked = model.departures.length;
    model.commit();
    model.live.receive(model.stream, { kind: 'unordered' });
    await pass(model, 3_000);
    expect(model.live.read()).toEqual(model.now);
    expect(model.departures.length).toBe(asked + 1);
  });

  it('is live soon without a greeting, which an older server does not give: once it has asked since it was connected', async () => {
    const model = new Model(new VirtualTime(seeded(3)));
    model.isTroubled = false;
    model.live.start();
    model.isConnected = true;
    model.live.receive(model.stream, { kind: 'up' });
    await pass(model, 1_000);
    expect(model.live.freshness().state).toBe('live');
    expect(model.departures.length).toBe(2);
    expect(model.departures[1]).toBeGreaterThanOrEqual(150);
  });

  it('asks nothing while nobody looks, and at once when somebody does', async () => {
    const model = await calm();
    model.live.setVisible(false);
    for (let change = 0; change < 20; change++) model.commit();
    await pass(model, 90_000);
    expect(model.departures.length).toBe(1);
    model.live.setVisible(true);
    await pass(model, 100);
    expect(model.live.read()).toEqual(model.now);
    expect(model.live.freshness().state).toBe('live');
  });

  it('takes nothing and asks nothing once it is stopped', async () => {
    const model = await calm();
    const before = model.live.read();
    model.live.stop();
    model.commit();
    model.live.receive(model.stream, { kind: 'unordered' });
    await pass(model, 90_000);
    expect(model.live.read()).toBe(before);
    expect(model.departures.length).toBe(1);
  });
});
