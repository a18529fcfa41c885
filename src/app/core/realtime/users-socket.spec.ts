import type { Broadcast } from '#contract/events';
import type { PublicUser } from '#contract/users';
import type { LinkEvent } from '@moien/live/engine';
import { type FakeSocket, FakeWire } from '../../../testing/fake-socket';
import { anId, aUser } from '../../../testing/people';
import { Tab } from '../../../testing/tab';
import { RejectedEvents } from './rejected-events';
import { UsersSocket } from './users-socket';
import { WIRE } from './wire-token';

const AT = '2026-02-01T12:00:00.000Z';
const UP = { kind: 'up' } as const;

describe('The users’ namespace', () => {
  let tab: Tab;
  let socket: FakeSocket;
  let rejected: RejectedEvents;
  let heard: LinkEvent<PublicUser>[];
  let events: Broadcast<'users'>[];

  beforeEach(() => {
    const wire = new FakeWire();
    socket = wire.socket('/users');
    tab = new Tab({ provide: WIRE, useValue: wire }, RejectedEvents, UsersSocket);
    rejected = tab.get(RejectedEvents);
    heard = [];
    events = [];
    const users = tab.get(UsersSocket);
    users.link$.subscribe((event) => heard.push(event));
    users.events$.subscribe((event) => events.push(event));
    socket.connect();
    socket.accept();
  });
  afterEach(() => tab.close());

  it('says when it is up and when it is down', () => {
    socket.cut();
    socket.accept();
    socket.kick();
    expect(heard).toEqual([UP, { kind: 'down' }, UP, { kind: 'down' }]);
  });

  it('says that it is up to whoever comes later, but not that it is down', () => {
    const late: LinkEvent<PublicUser>[] = [];
    tab
      .get(UsersSocket)
      .link$.subscribe((event) => late.push(event))
      .unsubscribe();
    socket.cut();
    tab.get(UsersSocket).link$.subscribe((event) => late.push(event));
    expect(late).toEqual([UP]);
  });

  it('tells whoever comes later how far the stream was heard, as the greeting that they missed would, unless something was lost since', () => {
    const latecomer = (): LinkEvent<PublicUser>[] => {
      const late: LinkEvent<PublicUser>[] = [];
      tab
        .get(UsersSocket)
        .link$.subscribe((event) => late.push(event))
        .unsubscribe();
      return late;
    };
    socket.say('stream', { log: 'log1', head: 6, events: [] });
    socket.say('users.deleted', { id: anId(1) }, { log: 'log1', seq: 7, at: AT });
    expect(latecomer()).toEqual([UP, { kind: 'batch', batch: { log: 'log1', head: 7, entries: [] } }]);
    socket.say('stream', 'no batch');
    expect(latecomer()).toEqual([UP]);
    socket.say('stream', { log: 'log1', head: 9, events: [] });
    socket.cut();
    socket.accept();
    expect(latecomer()).toEqual([UP]);
  });

  it('hands on a batch as one', () => {
    const [ana, eva] = [aUser(), aUser({ id: anId(2), fullName: 'Eva Maria Klein' })];
    socket.say('stream', {
      log: 'log1',
      head: 9,
      events: [
        { seq: 7, event: 'users.created', payload: ana, at: AT },
        { seq: 8, event: 'users.updated', payload: eva, at: AT },
        { seq: 9, event: 'users.deleted', payload: { id: ana.id }, at: AT },
      ],
    });
    const entries = [
      { seq: 7, change: { kind: 'created', row: ana } },
      { seq: 8, change: { kind: 'updated', row: eva } },
      { seq: 9, change: { kind: 'deleted', id: ana.id } },
    ] as const;
    expect(heard).toEqual([UP, { kind: 'batch', batch: { log: 'log1', head: 9, entries } }]);
    expect(events.map(({ event }) => event)).toEqual(['users.created', 'users.updated', 'users.deleted']);
  });

  it('hands on the greeting, a batch of none', () => {
    socket.say('stream', { log: 'log1', head: 6, events: [] });
    expect(heard).toEqual([UP, { kind: 'batch', batch: { log: 'log1', head: 6, entries: [] } }]);
  });

  it('makes a batch of one of a numbered broadcast', () => {
    socket.say('users.deleted', { id: anId(1) }, { log: 'log1', seq: 7, at: AT });
    expect(heard).toEqual([UP, { kind: 'batch', batch: { log: 'log1', head: 7, entries: [{ seq: 7, change: { kind: 'deleted', id: anId(1) } }] } }]);
  });

  it('makes an unordered event of a broadcast without a number', () => {
    socket.say('users.created', aUser());
    expect(heard).toEqual([UP, { kind: 'unordered', change: { kind: 'created', row: aUser() } }]);
    expect(rejected.count()).toBe(0);
  });

  describe('of what comes in a rush', () => {
    const gone = (n: number): unknown => ({ id: anId(n) });
    const says = (n: number) => socket.say('users.deleted', gone(n), { log: 'log1', seq: n, at: AT });
    const numbers = () => heard.map((event) => (event.kind === 'batch' ? event.batch.entries.map(({ seq }) => seq) : event.kind));

    beforeEach(() => jasmine.clock().install());
    afterEach(() => jasmine.clock().uninstall());

    it('hands on the first at once, and what follows within a frame as one batch', () => {
      for (let n = 1; n <= 4; n++) says(n);
      expect(numbers()).toEqual(['up', [1]]);
      jasmine.clock().tick(16);
      expect(numbers()).toEqual(['up', [1], [2, 3, 4]]);
      jasmine.clock().tick(16);
      says(5);
      expect(numbers()).toEqual(['up', [1], [2, 3, 4], [5]]);
    });

    it('lets nothing overtake what waits: no batch, no unordered event, no other history, no end of the connection', () => {
      says(1);
      says(2);
      socket.say('stream', { log: 'log1', head: 3, events: [{ seq: 3, event: 'users.deleted', payload: gone(3), at: AT }] });
      says(4);
      socket.say('users.deleted', gone(5));
      socket.say('users.deleted', gone(6), { log: 'log2', seq: 6, at: AT });
      socket.cut();
      socket.accept();
      expect(numbers()).toEqual(['up', [1], [2], [3], [4], 'unordered', [6], 'down', 'up']);
      expect(events.length).toBe(6);
    });

    it('does not wait for a timer that a hidden tab holds back', () => {
      for (let n = 1; n <= 501; n++) says(n);
      expect(numbers()).toEqual(['up', [1], Array.from({ length: 500 }, (_, index) => index + 2)]);
    });
  });

  it('gives each listener to the socket once, however many subscribe', () => {
    const before = socket.listeners;
    for (let i = 0; i < 100; i++) tab.get(UsersSocket).link$.subscribe().unsubscribe();
    expect(socket.listeners).toBe(before);
  });

  describe('of what is not as the contract says', () => {
    const hostile = [
      ['nothing', undefined],
      ['no object', 'users'],
      ['a missing field', { ...aUser(), email: undefined }],
      ['a field too many', { ...aUser(), isAdmin: true }],
      ['a wrong type', { ...aUser(), isBanned: 'yes' }],
      ['a script for a photo', { ...aUser(), photoUrl: 'javascript:alert(1)' }],
      ['a name of a megabyte', { ...aUser(), fullName: 'a'.repeat(1 << 20) }],
      ['a prototype', JSON.parse(JSON.stringify(aUser()).replace('{', '{"__proto__":{"isAdmin":true},')) as unknown],
    ] as const;

    for (const [what, payload] of hostile) {
      it(`keeps the number and counts it: ${what}`, () => {
        socket.say('stream', { log: 'log1', head: 8, events: [{ seq: 7, event: 'users.updated', payload, at: AT }, { seq: 8, event: 'users.deleted', payload: { id: anId(2) }, at: AT }] }); // prettier-ignore
        const entries = [{ seq: 7 }, { seq: 8, change: { kind: 'deleted' as const, id: anId(2) } }];
        expect(heard).toEqual([UP, { kind: 'batch', batch: { log: 'log1', head: 8, entries } }]);
        expect(rejected.count()).toBe(1);
        expect(events.length).toBe(1);
      });
    }

    it('gives an unordered event when it has no number', () => {
      socket.say('users.created', { ...aUser(), phone: 'call me' });
      expect(heard).toEqual([UP, { kind: 'unordered' }]);
    });

    it('gives an unordered event with its change when only its number is wrong', () => {
      socket.say('users.created', aUser(), { log: 'log1', seq: -1, at: AT });
      expect(heard).toEqual([UP, { kind: 'unordered', change: { kind: 'created', row: aUser() } }]);
      expect(rejected.count()).toBe(1);
    });

    it('gives an unordered event when it is a whole batch', () => {
      for (const frame of [
        null,
        [],
        { log: '<log>', head: 1, events: [] },
        { log: 'log1', head: 1, events: {} },
        { log: 'log1', head: 1, events: [{ seq: '1' }] },
      ])
        socket.say('stream', frame);
      expect(heard).toEqual([UP, ...Array<LinkEvent<PublicUser>>(5).fill({ kind: 'unordered' })]);
      expect(rejected.count()).toBe(5);
    });

    it('keeps the number of an event that a newer server knows, and counts it', () => {
      for (const event of ['users.merged', '__proto__', 'constructor'])
        socket.say('stream', { log: 'log1', head: 7, events: [{ seq: 7, event, payload: {}, at: AT }] });
      expect(heard.slice(1)).toEqual(Array<LinkEvent<PublicUser>>(3).fill({ kind: 'batch', batch: { log: 'log1', head: 7, entries: [{ seq: 7 }] } }));
      expect(rejected.count()).toBe(3);
    });

    it('tells what was expected where, never what was there', () => {
      socket.say('users.updated', { ...aUser(), email: 'ana at home' });
      expect(rejected.last()?.event).toBe('users.updated');
      expect(rejected.last()?.issues).toEqual(['email: email']);
      socket.say('users.updated', { ...aUser(), ['x'.repeat(1000)]: 1 });
      expect(rejected.last()?.issues[0]?.length).toBeLessThanOrEqual(120);
    });

    it('forgets it all when the session ends', async () => {
      await tab.signIn('t1');
      socket.say('users.updated', {});
      tab.session.end(null);
      expect([rejected.count(), rejected.last()]).toEqual([0, null]);
    });
  });

  it('goes on for the others when one subscriber fails', () => {
    // RxJS reports the failure in a task of its own; here it is only to reach nobody else.
    jasmine.clock().install();
    try {
      const users = tab.get(UsersSocket);
      const late: LinkEvent<PublicUser>[] = [];
      users.link$.subscribe(({ kind }) => {
        if (kind === 'unordered') throw new Error('in a subscriber');
      });
      users.link$.subscribe((event) => late.push(event));
      socket.say('users.created', aUser());
      expect(() => jasmine.clock().tick(1)).toThrowError('in a subscriber');
      jasmine.clock().tick(16);
      socket.say('users.deleted', { id: anId(1) });
      expect(late.map(({ kind }) => kind)).toEqual(['up', 'unordered', 'unordered']);
    } finally {
      jasmine.clock().uninstall();
    }
  });
});
