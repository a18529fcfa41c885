import { BATCH_MAX, type StreamPosition } from '#contract/stream';
import type { LoggedEvent } from './event-history';
import { StreamTail, type TailBatch } from './stream-tail';

/** A log in memory. */
class MemoryLog {
  log = 'first';
  readonly events: LoggedEvent[] = [];
  restarts = 0;
  failures = 0;

  grow(count: number): void {
    for (let n = 0; n < count; n++) this.events.push({ seq: this.events.length + 1, event: 'users.deleted', payload: {}, at: '', actor: null });
  }

  head(): Promise<StreamPosition> {
    return this.failures-- > 0 ? Promise.reject(new Error('away')) : Promise.resolve({ log: this.log, seq: this.events.length });
  }

  after(_stream: string, { seq }: StreamPosition, limit: number): Promise<LoggedEvent[]> {
    return Promise.resolve(this.events.filter((event) => event.seq > seq).slice(0, limit));
  }

  restart(): Promise<void> {
    this.restarts++;
    this.log = `${this.log}+`;
    this.events.length = 0;
    return Promise.resolve();
  }
}

describe('StreamTail', () => {
  let log: MemoryLog;
  let batches: TailBatch[];
  beforeEach(() => {
    log = new MemoryLog();
    batches = [];
  });

  const tailOf = (pauseMs = 0) => new StreamTail('users', { log: log.log, seq: log.events.length }, log, pauseMs, (batch) => batches.push(batch));
  const numbers = () => batches.map(({ events }) => events.map(({ seq }) => seq));

  it('hands on what came since it started, each once and in order', async () => {
    log.grow(2);
    const tail = tailOf();
    await tail.wake();
    log.grow(1);
    await tail.wake();
    log.grow(2);
    await Promise.all([tail.wake(), tail.wake(), tail.wake()]);
    await tail.wake();
    expect(numbers()).toEqual([[3], [4, 5]]);
    expect(tail.position).toEqual({ log: 'first', seq: 5 });
  });

  it('splits what is more than a batch may hold', async () => {
    const tail = tailOf();
    log.grow(2 * BATCH_MAX + 1);
    await tail.wake();
    expect(batches.map(({ events, position }) => [events.length, position.seq])).toEqual([
      [BATCH_MAX, BATCH_MAX],
      [BATCH_MAX, 2 * BATCH_MAX],
      [1, 2 * BATCH_MAX + 1],
    ]);
  });

  it('hands on at once when it was quiet, and bundles what comes within the pause', async () => {
    const tail = tailOf(80);
    log.grow(1);
    await tail.wake();
    const started = performance.now();
    const waiting = Array.from({ length: 5 }, () => {
      log.grow(1);
      return tail.wake();
    });
    await Promise.all(waiting);
    expect(numbers()).toEqual([[1], [2, 3, 4, 5, 6]]);
    expect(performance.now() - started).toBeGreaterThan(60);
  });

  it('says where a new history begins, and goes on in it from its start', async () => {
    log.grow(3);
    const tail = tailOf();
    await log.restart();
    log.grow(1);
    await tail.wake();
    expect(batches.map(({ position, events }) => [position, events.length])).toEqual([
      [{ log: 'first+', seq: 0 }, 0],
      [{ log: 'first+', seq: 1 }, 1],
    ]);
  });

  it('begins a new history when what it handed on is gone', async () => {
    log.grow(3);
    const tail = tailOf();
    log.events.length = 1;
    await tail.wake();
    expect(log.restarts).toBe(1);
    expect(batches.map(({ position }) => position)).toEqual([{ log: 'first+', seq: 0 }]);
  });

  it('shows a gap when what it had not read yet was pruned', async () => {
    const tail = tailOf();
    log.grow(3);
    spyOn(log, 'after').and.resolveTo([]);
    await tail.wake();
    expect(batches.map(({ position, events }) => [position.seq, events.length])).toEqual([[3, 0]]);
  });

  it('loses nothing to a failure', async () => {
    const tail = tailOf();
    log.grow(1);
    log.failures = 1;
    await expectAsync(tail.wake()).toBeRejectedWithError('away');
    await tail.wake();
    expect(numbers()).toEqual([[1]]);
  });

  it('hands on nothing after it was stopped', async () => {
    const tail = tailOf();
    tail.stop();
    log.grow(1);
    await tail.wake();
    expect(batches).toEqual([]);
  });
});
