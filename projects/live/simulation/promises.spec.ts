import { LiveList } from '../engine/live-list';
import { ModelServer, type Query, type Row, rules } from './model-server';
import { CALM, Network, type Wire } from './network';
import { seeded, VirtualTime } from './virtual-time';

const QUERY: Query = { onlyOn: false, descending: true };

/** One tab and its server on a quiet network, ready to be troubled by hand. */
async function desk(
  wire: Partial<Wire> = {},
  { size, query = QUERY }: { readonly size?: number; readonly query?: Query } = {},
): Promise<{
  time: VirtualTime;
  server: ModelServer;
  network: Network;
  list: LiveList<Row, Query>;
  pass: (ms: number) => Promise<void>;
  isRight: () => boolean;
}> {
  const time = new VirtualTime(seeded(7));
  const server = new ModelServer(time.random, () => time.now(), size);
  const network = new Network(server, time, { numbers: 'all', isBatched: true, isRowless: false, saysGone: true, ...wire }, (event) => {
    list.receive(event);
  });
  const list = new LiveList(rules, network.feed, time.tab, query, () => undefined, size === undefined ? { first: 20, next: 20 } : undefined);
  const pass = (ms: number): Promise<void> => time.run(time.now() + ms, () => undefined);
  const isRight = (): boolean => {
    const shown = list.read()?.rows;
    return JSON.stringify(shown) === JSON.stringify(ModelServer.select(server.now, query).slice(0, shown?.length));
  };
  network.faults = CALM;
  network.connect();
  list.start();
  await pass(1_000);
  return { time, server, network, list, pass, isRight };
}

describe('A live list', () => {
  it('is live once connected and loaded, and shows a change within the time the wire takes', async () => {
    const { network, list, pass, isRight } = await desk();
    expect(list.freshness().state).toBe('live');
    network.commit();
    expect(isRight()).toBeFalse();
    await pass(40);
    expect(isRight()).toBeTrue();
    expect(list.freshness().state).toBe('live');
  });

  it('keeps its rows and says that they are stale while the connection is down', async () => {
    const { network, list, pass, isRight } = await desk();
    const before = list.read()?.rows;
    network.cut();
    network.commit();
    await pass(5_000);
    expect(list.freshness()).toEqual({ state: 'stale', syncedAt: jasmine.any(Number) });
    expect(list.read()?.rows).toBe(before);
    network.connect();
    await pass(1_000);
    expect(list.freshness().state).toBe('live');
    expect(isRight()).toBeTrue();
  });

  it('says that it is late when a missing event cannot be fetched, and recovers', async () => {
    const { network, list, pass, isRight } = await desk();
    network.faults = { ...CALM, loss: 1 };
    network.commit();
    await pass(50);
    network.faults = { ...CALM, httpHangs: 1 };
    network.commit();
    await pass(2_000);
    expect(list.freshness().state).toBe('late');
    network.faults = CALM;
    await pass(20_000);
    expect(list.freshness().state).toBe('live');
    expect(isRight()).toBeTrue();
  });

  it('is not live again after an outage before it knows what it missed', async () => {
    const { network, list, pass } = await desk();
    network.cut();
    network.commit();
    await pass(500);
    network.faults = { ...CALM, httpHangs: 1 };
    network.connect();
    await pass(30);
    expect(list.freshness().state).toBe('late');
    network.faults = CALM;
    await pass(20_000);
    expect(list.freshness().state).toBe('live');
  });

  it('says offline when the device does, and checks at once when it is back', async () => {
    const { network, list, pass } = await desk();
    list.setOnline(false);
    expect(list.freshness().state).toBe('offline');
    const asked = network.answers;
    list.setOnline(true);
    await pass(200);
    expect(network.answers).toBe(asked + 1);
    expect(list.freshness().state).toBe('live');
  });

  it('asks nothing on a reconnect that missed nothing', async () => {
    const { network, pass } = await desk();
    const asked = network.answers;
    network.cut();
    await pass(3_000);
    network.connect();
    await pass(1_000);
    expect(network.answers).toBe(asked);
  });

  it('fetches what it missed as a replay, not as a new list', async () => {
    const { network, list, pass, isRight } = await desk();
    const untouched = list.read()?.rows.find(({ id }) => id === 'row3');
    network.cut();
    for (let i = 0; i < 3; i++) network.commit();
    await pass(500);
    network.connect();
    await pass(1_000);
    expect(isRight()).toBeTrue();
    expect(network.snapshots).toBe(1);
    expect(list.read()?.rows).toContain(untouched);
  });

  it('accepts in the end that the history itself was rolled back', async () => {
    const { server, network, list, pass, isRight } = await desk();
    for (let i = 0; i < 6; i++) network.commit();
    await pass(500);
    server.rollBack(4);
    expect(isRight()).toBeFalse();
    await pass(120_000);
    expect(isRight()).toBeTrue();
    expect(list.position).toEqual(server.head);
  });

  it('checks each minute while somebody looks, and finds what was lost without a word', async () => {
    const { network, list, pass, isRight } = await desk({ isBatched: false });
    network.faults = { ...CALM, loss: 1 };
    network.commit();
    await pass(30_000);
    expect(isRight()).toBeFalse();
    list.watch(true);
    network.faults = CALM;
    await pass(73_000);
    expect(isRight()).toBeTrue();
  });

  for (const [what, options] of [
    ['all rows', { size: 2_000 }],
    ['rows of one kind', { size: 2_000, query: { onlyOn: true, descending: false } }],
    ['a short list', { size: 60, query: { onlyOn: true, descending: false } }],
  ] as const) {
    it(`of ${what} asks for 500 invalidated rows in a second no more than ten times`, async () => {
      const { network, pass, isRight } = await desk({ isRowless: true }, options);
      // A server emits in the order of its commits.
      network.faults = { ...CALM, emitDelay: 0 };
      const asked = network.answers;
      for (let i = 0; i < 500; i++) {
        network.commit();
        await pass(2);
      }
      await pass(5_000);
      expect(isRight()).toBeTrue();
      expect(network.answers - asked).toBeLessThanOrEqual(10);
    });

    it(`of ${what} asks for 500 rows invalidated at once no more than ten times, and for more no more than twice`, async () => {
      for (const [changes, most] of [
        [500, 10],
        [5_000, 2],
      ] as const) {
        const { network, pass, isRight } = await desk({ isRowless: true }, options);
        const asked = network.answers;
        for (let i = 0; i < changes; i++) network.commit();
        await pass(5_000);
        expect(isRight()).toBeTrue();
        expect(network.answers - asked).toBeLessThanOrEqual(most);
      }
    });
  }

  it('fetches what one event touches a tenth of a second later', async () => {
    const { network, pass, isRight } = await desk({ isRowless: true });
    for (let i = 0; i < 3; i++) {
      await pass(400);
      network.commit();
      await pass(190);
      expect(isRight()).toBeTrue();
    }
  });

  it('asks for everything after an event that does not say what it invalidates', async () => {
    const { network, list, pass, isRight } = await desk({ isRowless: true });
    const { snapshots } = network;
    network.faults = { ...CALM, namelessEvents: 1 };
    network.commit();
    await pass(1_000);
    expect(network.snapshots).toBe(snapshots + 1);
    expect(isRight()).toBeTrue();
    expect(list.freshness().state).toBe('live');
  });

  it('leaves no timer behind, over a hundred reconnects and after the end', async () => {
    const { time, network, list, pass } = await desk();
    const reconnect = async (): Promise<void> => {
      network.cut();
      network.commit();
      await pass(400);
      network.connect();
      await pass(1_000);
    };
    await reconnect();
    const waiting = (): number => time.waitingInTab;
    const before = waiting();
    for (let i = 0; i < 100; i++) await reconnect();
    expect(waiting()).toBe(before);
    list.watch(true);
    list.check();
    list.stop();
    expect(waiting()).toBe(0);
  });

  it('applies nothing after its end, whatever still arrives', async () => {
    const { network, list, pass } = await desk();
    network.commit();
    list.check();
    const before = list.read();
    list.stop();
    await pass(60_000);
    expect(list.read()).toBe(before);
    expect(network.requests).toBe(0);
  });
});
