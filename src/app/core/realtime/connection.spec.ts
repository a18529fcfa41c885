import { NAMESPACES } from '#contract/events';
import { eventually } from '../../../testing/eventually';
import { FakeWire } from '../../../testing/fake-socket';
import { Tab } from '../../../testing/tab';
import { Server } from '../api/server';
import { Connection } from './connection';
import { RejectedEvents } from './rejected-events';
import { WIRE } from './wire-token';

const AT = '2026-02-01T12:00:00.000Z';

describe('The connection', () => {
  let tab: Tab;
  let wire: FakeWire;

  beforeEach(async () => {
    wire = new FakeWire();
    tab = new Tab({ provide: WIRE, useValue: wire }, RejectedEvents, Connection);
    tab.get(Connection);
    await tab.signIn('t1');
  });
  afterEach(() => {
    tab.session.end(null);
    tab.close();
  });

  const users = () => wire.socket('/users');
  const acceptAll = () => {
    wire.open = true;
    for (const socket of wire.sockets) socket.accept();
  };
  const handshakes = () => wire.sockets.map((socket) => socket.handshakes.length);

  it('opens all namespaces at sign-in, each with the token and a wish for batches', () => {
    expect(wire.sockets.map(({ namespace }) => namespace)).toEqual([...NAMESPACES]);
    for (const { handshakes } of wire.sockets) expect(handshakes).toEqual([{ batch: 1, token: 't1' }]);
  });

  it('asks a server that numbers nothing for no batches', async () => {
    const plain = new FakeWire();
    const nothing = { provide: Server, useValue: { can: () => false, known: () => Promise.resolve() } };
    const other = new Tab(nothing, { provide: WIRE, useValue: plain }, RejectedEvents, Connection);
    other.get(Connection);
    await other.signIn('t3');
    for (const { handshakes } of plain.sockets) expect(handshakes).toEqual([{ token: 't3' }]);
    other.session.end(null);
    other.close();
  });

  it('is asked twice and opens once', () => {
    tab.get(Connection).open();
    acceptAll();
    tab.get(Connection).open();
    expect(handshakes()).toEqual([1, 1, 1, 1]);
  });

  it('stays shut while nobody is signed in', () => {
    tab.session.end(null);
    tab.get(Connection).open();
    expect(wire.sockets.some(({ active }) => active)).toBeFalse();
  });

  it('leaves a lost network to the library, which says the current token', async () => {
    acceptAll();
    const refreshed = tab.session.refresh('t1');
    await tab.grantRefresh('t2');
    await refreshed;
    users().cut();
    users().fail();
    expect(users().handshakes.at(-1)).toEqual({ batch: 1, token: 't2' });
    expect(users().handshakes.length).toBe(2);
    expect(tab.session.status()).toBe('signed-in');
  });

  it('gets one new token for all namespaces that were refused, and connects each once', async () => {
    for (const socket of wire.sockets) socket.refuse('TOKEN_EXPIRED');
    await tab.grantRefresh('t2');
    await eventually(() => wire.sockets.every(({ active }) => active));
    for (const { handshakes } of wire.sockets) expect(handshakes).toEqual([{ batch: 1, token: 't1' }, { batch: 1, token: 't2' }]); // prettier-ignore
    tab.server.expectNone(() => true);
  });

  it('ends the session when the new token is refused as well', async () => {
    users().refuse('UNAUTHENTICATED');
    await tab.grantRefresh('t2');
    await eventually(() => users().active);
    users().refuse('UNAUTHENTICATED');
    expect(tab.session.ended()?.why).toBe('expired');
  });

  it('counts refusals anew after it was connected', async () => {
    for (const [held, next] of [
      ['t1', 't2'],
      ['t2', 't3'],
    ] as const) {
      expect(tab.session.token()).toBe(held);
      users().refuse('TOKEN_EXPIRED');
      await tab.grantRefresh(next);
      await eventually(() => users().active);
      users().accept();
      users().cut();
    }
    expect(tab.session.status()).toBe('signed-in');
  });

  for (const [code, why] of [
    ['ACCOUNT_BANNED', 'banned'],
    ['SESSION_REVOKED', 'revoked'],
  ] as const) {
    it(`ends the session at once when it is refused with ${code}`, () => {
      users().refuse(code, 'in words');
      expect(tab.session.ended()).toEqual({ why, message: 'in words' });
    });
  }

  it('tries again later when it is refused for no reason of the session’s', () => {
    jasmine.clock().install();
    try {
      users().refuse('ORIGIN_FORBIDDEN');
      jasmine.clock().tick(500);
      users().refuse('what a newer server says');
      jasmine.clock().tick(1_000);
      expect(users().handshakes.length).toBe(3);
      expect(tab.session.status()).toBe('signed-in');
    } finally {
      jasmine.clock().uninstall();
    }
  });

  it('replaces no token that has not ended when it is refused without a word, and soon asks seldom', () => {
    jasmine.clock().install();
    try {
      for (let times = 0; times < 2; times++) {
        users().refuse(undefined);
        jasmine.clock().tick(1_000);
      }
      expect(users().handshakes.length).toBe(2);
      jasmine.clock().tick(10 * 60_000);
      expect(users().handshakes.length).toBe(3);
      tab.server.expectNone(() => true);
      expect(tab.session.status()).toBe('signed-in');
    } finally {
      jasmine.clock().uninstall();
    }
  });

  it('tries again when no new token is to be had just now', async () => {
    users().refuse('TOKEN_EXPIRED');
    await tab.lose('/auth/admin/refresh');
    await eventually(() => users().active);
    expect(tab.session.status()).toBe('signed-in');
  });

  it('connects again when the server ended it, to hear why', () => {
    jasmine.clock().install();
    try {
      acceptAll();
      users().kick();
      jasmine.clock().tick(500);
      users().refuse('SESSION_REVOKED');
      expect(tab.session.ended()?.why).toBe('revoked');
    } finally {
      jasmine.clock().uninstall();
    }
  });

  for (const namespace of NAMESPACES) {
    it(`is gone, and the session with it, when ${namespace} says that the account was banned`, () => {
      acceptAll();
      wire.socket(namespace).say('account.banned', { kind: 'deleted', message: 'Goodbye.', at: AT });
      expect(tab.session.ended()).toEqual({ why: 'deleted', message: 'Goodbye.' });
      expect(wire.sockets.some(({ active, connected }) => active || connected)).toBeFalse();
    });
  }

  it('is gone when the session was ended from elsewhere', () => {
    acceptAll();
    users().say('session.ended', { reason: 'revoked', at: AT });
    expect(tab.session.ended()?.why).toBe('revoked');
  });

  it('is not impressed by a ban that is not as the contract says', () => {
    acceptAll();
    users().say('account.banned', { kind: 'annoyed' });
    expect(tab.session.status()).toBe('signed-in');
    expect(tab.get(RejectedEvents).count()).toBe(1);
  });

  it('does not come back after the end of the session', async () => {
    jasmine.clock().install();
    try {
      acceptAll();
      users().kick();
      tab.session.end({ why: 'banned', message: '' });
      const before = handshakes();
      jasmine.clock().tick(60_000);
      globalThis.dispatchEvent(new Event('online'));
      expect(handshakes()).toEqual(before);
    } finally {
      jasmine.clock().uninstall();
    }
    await tab.signIn('t9');
    expect(users().handshakes.at(-1)).toEqual({ batch: 1, token: 't9' });
  });

  it('adds no listener, however often the session begins and ends', async () => {
    const before = wire.sockets.map(({ listeners }) => listeners);
    for (let i = 0; i < 10; i++) {
      acceptAll();
      tab.session.end(null);
      await tab.signIn(`t${String(i)}`);
    }
    expect(wire.sockets.map(({ listeners }) => listeners)).toEqual(before);
  });

  describe('when the network is back', () => {
    const online = () => globalThis.dispatchEvent(new Event('online'));

    it('tries at once', () => {
      for (const socket of wire.sockets) socket.fail();
      online();
      expect(handshakes()).toEqual([2, 2, 2, 2]);
    });

    it('opens no second socket where one is open or being opened', () => {
      wire.open = true;
      users().accept();
      online();
      expect(handshakes()).toEqual([1, 1, 1, 1]);
      expect(wire.checks).toBe(1);
    });

    it('waits for the token that is on its way', async () => {
      users().refuse('TOKEN_EXPIRED');
      online();
      expect(users().handshakes.length).toBe(1);
      await tab.grantRefresh('t2');
      await eventually(() => users().active);
      expect(users().handshakes.at(-1)).toEqual({ batch: 1, token: 't2' });
    });
  });
});
