import { Heartbeat } from './heartbeat';

describe('The heartbeat', () => {
  let silences: number;
  let heartbeat: Heartbeat;
  let now: number;
  /** Lets time pass, timers included. */
  const pass = (ms: number) => {
    now += ms;
    jasmine.clock().tick(ms);
  };

  beforeEach(() => {
    jasmine.clock().install();
    now = 1_000;
    spyOn(performance, 'now').and.callFake(() => now);
    silences = 0;
    heartbeat = new Heartbeat(() => silences++);
    heartbeat.start(10_000);
  });
  afterEach(() => {
    heartbeat.stop();
    jasmine.clock().uninstall();
  });

  it('notices that the pings have stopped, once, 1.2 intervals after the last', () => {
    pass(9_000);
    heartbeat.beat();
    pass(11_900);
    expect(silences).toBe(0);
    pass(200);
    expect(silences).toBe(1);
    pass(60_000);
    expect(silences).toBe(1);
  });

  it('stays quiet while they come', () => {
    for (let i = 0; i < 100; i++) {
      pass(10_000);
      heartbeat.beat();
    }
    expect(silences).toBe(0);
  });

  it('listens for a second more after the page slept, for a ping that waits in line', () => {
    now += 3_600_000;
    pass(12_000);
    expect(silences).toBe(0);
    heartbeat.beat();
    pass(1_500);
    expect(silences).toBe(0);
  });

  it('looks at once when asked, and then listens for a second more', () => {
    now += 3_600_000;
    heartbeat.check();
    expect(silences).toBe(0);
    pass(1_000);
    expect(silences).toBe(1);
  });

  it('is not hurried by being asked', () => {
    pass(11_000);
    heartbeat.check();
    pass(500);
    expect(silences).toBe(0);
  });

  it('says nothing once stopped', () => {
    heartbeat.stop();
    heartbeat.check();
    pass(60_000);
    expect(silences).toBe(0);
  });
});
