import { TestBed } from '@angular/core/testing';
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
