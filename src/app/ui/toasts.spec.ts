import { TestBed } from '@angular/core/testing';
import { UNDO_LATEST_MS } from '#contract/undo';
import { Toasts } from './toasts';

const BANNED = { key: 'pages.users' } as const;
const WHY = { key: 'errors.STALE' } as const;

describe('Toasts', () => {
  let toasts: Toasts;
  const only = () => {
    const [toast] = toasts.shown();
    if (!toast) throw new Error('no toast');
    return toast;
  };
  let now = 0;
  const seconds = (count: number) => {
    for (let second = 0; second < count; second++) {
      now += 1000;
      jasmine.clock().tick(1000);
    }
  };

  beforeEach(() => {
    now = 0;
    spyOn(performance, 'now').and.callFake(() => now);
    jasmine.clock().install();
    toasts = TestBed.inject(Toasts);
  });
  afterEach(() => jasmine.clock().uninstall());

  it('follow an action: sent, saved, confirmed', () => {
    const action = toasts.track(BANNED);
    const steps = [only().step];
    action.saved();
    steps.push(only().step);
    action.seen();
    steps.push(only().step);
    expect(steps).toEqual(['sent', 'saved', 'seen']);
  });

  it('know of actions that no event tells of', () => {
    toasts.track(BANNED, { isUnheard: true });
    expect(only().isUnheard).toBeTrue();
  });

  it('stand what overtakes the answer: the live event', () => {
    const action = toasts.track(BANNED);
    action.seen();
    action.saved(() => undefined);
    expect(only().step).toBe('seen');
    expect(only().undo).toBeDefined();
  });

  it('wait for the server for as long as it takes', () => {
    toasts.track(BANNED);
    seconds(3600);
    expect(only().step).toBe('sent');
  });

  it('offer Undo for ten seconds and then go', () => {
    toasts.track(BANNED).saved(() => undefined);
    seconds(9);
    expect(only().left).toBe(1);
    seconds(1);
    expect(toasts.shown()).toEqual([]);
  });

  it('keep the time to undo when the event comes in', () => {
    const action = toasts.track(BANNED);
    action.saved(() => undefined);
    seconds(4);
    action.seen();
    expect(only().left).toBe(6);
  });

  it('undo once, and are gone', () => {
    const undo = jasmine.createSpy('undo');
    toasts.track(BANNED).saved(undo);
    toasts.undo(only());
    seconds(20);
    expect(undo).toHaveBeenCalledTimes(1);
    expect(toasts.shown()).toEqual([]);
  });

  it('stand still while somebody points at them', () => {
    toasts.track(BANNED).saved(() => undefined);
    toasts.hold(true);
    seconds(60);
    expect(only().left).toBe(10);
    toasts.hold(false);
    seconds(1);
    expect(only().left).toBe(9);
  });

  it('offer Undo no longer than the mail about it waits, however long they stand still', () => {
    toasts.track(BANNED).saved(() => undefined);
    toasts.hold(true);
    seconds(UNDO_LATEST_MS / 1000 - 1);
    expect(only().undo).toBeDefined();
    seconds(1);
    expect(only().undo).toBeUndefined();
    toasts.hold(false);
    seconds(10);
    expect(toasts.shown()).toEqual([]);
  });

  it('count a slow answer towards that time, and offer no Undo that would come too late', () => {
    const [slow, slower] = [toasts.track(BANNED), toasts.track(WHY)];
    seconds(8);
    slow.saved(() => undefined);
    expect(toasts.shown()[0]?.left).toBe(5);
    seconds(5);
    slower.saved(() => undefined);
    expect(toasts.shown().map(({ undo }) => undo)).toEqual([undefined]);
  });

  it('say what was done in other words, where only the answer tells all of it', () => {
    toasts.track(BANNED).saved(undefined, WHY);
    expect(only().message).toEqual(WHY);
  });

  it('say why an action failed until that is dismissed', () => {
    const action = toasts.track(BANNED);
    action.failed(WHY);
    seconds(3600);
    expect(only()).toEqual(jasmine.objectContaining({ step: 'failed', message: WHY }));
    action.dismiss();
    expect(toasts.shown()).toEqual([]);
  });

  it('do not turn a failure into a success when the answer comes late', () => {
    const action = toasts.track(BANNED);
    action.failed(WHY);
    action.saved(() => undefined);
    action.seen();
    expect(only().step).toBe('failed');
    expect(only().undo).toBeUndefined();
  });

  it('ask for something until it is done or dismissed, and for the same once at a time', () => {
    const reload = { label: 'reload.action', run: () => undefined } as const;
    toasts.offer(BANNED, reload);
    toasts.offer(BANNED, reload);
    seconds(3600);
    expect(only()).toEqual(jasmine.objectContaining({ message: BANNED, action: reload }));
    toasts.dismiss(only().id);
    toasts.offer(BANNED, reload);
    expect(toasts.shown().length).toBe(1);
  });

  it('tell several things at once, each for its own time', () => {
    toasts.say(BANNED);
    seconds(2);
    toasts.say(WHY);
    seconds(3);
    expect(toasts.shown().map(({ message }) => message)).toEqual([WHY]);
  });
});
