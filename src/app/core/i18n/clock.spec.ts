import { TestBed } from '@angular/core/testing';
import * as fc from 'fast-check';
import { Clock } from './clock';

describe('The clock', () => {
  beforeEach(() => {
    jasmine.clock().install().mockDate(new Date('2026-02-01T12:00:30Z'));
  });
  afterEach(() => jasmine.clock().uninstall());

  const turn = (visibility: DocumentVisibilityState) => {
    spyOnProperty(document, 'visibilityState').and.returnValue(visibility);
    document.dispatchEvent(new Event('visibilitychange'));
  };

  it('ticks each second', () => {
    const clock = TestBed.inject(Clock);
    const start = clock.second();
    jasmine.clock().tick(3000);
    expect(clock.second() - start).toBe(3000);
  });

  it('has a minute hand that moves with the minute', () => {
    const clock = TestBed.inject(Clock);
    const start = clock.minute();
    jasmine.clock().tick(29_000);
    expect(clock.minute()).toBe(start);
    jasmine.clock().tick(1000);
    expect(clock.minute()).toBe(start + 60_000);
  });

  it('goes by the server: a computer that is a day off shows the same ages as its neighbour', () => {
    const clock = TestBed.inject(Clock);
    const server = Date.now() + 24 * 3_600_000;
    const age = (at: number) => Math.floor((clock.minute() - at) / 60_000);
    expect(age(server - 180 * 60_000)).toBeLessThan(0);
    clock.learn(server, 200, 1000);
    expect(age(server - 180 * 60_000)).toBe(179);
    expect(Math.abs(clock.now() - server)).toBeLessThan(1000);
  });

  it('stands by a computer that is right, and by what the quickest answers told', () => {
    const clock = TestBed.inject(Clock);
    clock.learn(Date.now() + 700, 900, 1000);
    expect(clock.now()).toBe(Date.now());
    clock.learn(Date.now() + 3_600_000, 100);
    const told = clock.now();
    clock.learn(Date.now() + 3_600_000 - 4_000, 9_000, 1000);
    expect(clock.now()).toBe(told);
  });

  it('notices when somebody has put the computer right', () => {
    const clock = TestBed.inject(Clock);
    clock.learn(Date.now() + 3_600_000, 100);
    jasmine.clock().mockDate(new Date(Date.now() + 3_600_000));
    clock.learn(Date.now(), 100);
    expect(clock.now()).toBe(Date.now());
  });

  it('is never further off than its best answer allows, whatever the network does', () => {
    const way = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(fc.integer({ min: -2e8, max: 2e8 }), fc.array(fc.tuple(way, way), { minLength: 1, maxLength: 12 }), (off, answers) => {
        TestBed.resetTestingModule();
        const clock = TestBed.inject(Clock);
        let best = Infinity;
        for (const [there, back] of answers) {
          // What the server said when it answered, as coarse as a header says it.
          const server = Math.floor((Date.now() + off - back) / 1000) * 1000;
          clock.learn(server, there + back, 1000);
          best = Math.min(best, there + back + 1000);
        }
        expect(Math.abs(clock.now() - (Date.now() + off))).toBeLessThanOrEqual(best + 2_000);
      }),
    );
  });

  it('rests while the page is hidden', () => {
    const clock = TestBed.inject(Clock);
    const start = clock.second();
    turn('hidden');
    jasmine.clock().tick(60_000);
    expect(clock.second()).toBe(start);
  });

  it('stops with the application', () => {
    const clock = TestBed.inject(Clock);
    const start = clock.second();
    TestBed.resetTestingModule();
    jasmine.clock().tick(5000);
    expect(clock.second()).toBe(start);
  });
});
