import { io, type Socket } from 'socket.io-client';
import * as v from 'valibot';
import { BROADCASTS, PERSONAL } from '#contract/events';
import { ORIGIN, tokensOf } from './asking';
import type { NamespaceName } from './live';
import { Platform } from './platform';

describe("the double's sockets", () => {
  let platform: Platform;
  const sockets: Socket[] = [];

  beforeEach(async () => {
    platform = new Platform({ users: 5, partnerRequests: 2 });
    await platform.start();
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.disconnect();
    await platform.stop();
  });

  const open = (name: NamespaceName, options: object = {}): Socket => {
    const socket = io(`${platform.origin}/${name}`, { transports: ['websocket'], forceNew: true, reconnection: false, ...options });
    sockets.push(socket);
    return socket;
  };
  const connected = (socket: Socket): Promise<void> => new Promise((resolve, reject) => socket.on('connect', resolve).on('connect_error', reject));
  /** Gathers what a socket hears until so many events have come. */
  const hear = async (name: NamespaceName, count: number, act: () => void): Promise<readonly (readonly unknown[])[]> => {
    const socket = open(name);
    await connected(socket);
    return new Promise((resolve) => {
      const heard: unknown[][] = [];
      socket.onAny((...event: unknown[]) => {
        heard.push(event);
        if (heard.length === count) resolve(heard);
      });
      act();
    });
  };

  it('let any client connect to each namespace, and greet nobody', async () => {
    for (const name of ['users', 'notifications', 'site-settings', 'partner-places'] as const) await expectAsync(connected(open(name))).toBeResolved();
  });

  it('refuse polling and foreign origins', async () => {
    await expectAsync(connected(open('users', { transports: ['polling'] }))).toBeRejected();
    await expectAsync(connected(open('users', { extraHeaders: { origin: 'http://evil.example' } }))).toBeRejected();
    await expectAsync(connected(open('users', { extraHeaders: { origin: ORIGIN } }))).toBeResolved();
  });

  it('tell each change of a user as one event with one argument, as the contract has it', async () => {
    const heard = await hear('users', 6, () => {
      const { id } = platform.users.register();
      platform.users.rename(id, 'Another Name Now');
      platform.users.changePhoto(id, 'https://example.com/photo.png');
      platform.users.ban(id);
      platform.users.unban(id);
      platform.users.delete(id);
    });
    const names = heard.map(([event]) => event);
    expect(names).toEqual(['users.created', ...Array<string>(4).fill('users.updated'), 'users.deleted']);
    for (const event of heard) {
      expect(event).toHaveSize(2);
      v.parse(BROADCASTS.users[event[0] as keyof typeof BROADCASTS.users], event[1]);
    }
  });

  it('tell changes of site images twice, and of partner requests by what happened alone', async () => {
    const url = 'https://example.com/a.png';
    const images = await hear('site-settings', 3, () => {
      platform.siteImages.set('landing', 'whyFresh', url);
      platform.siteImages.setHero(null);
    });
    expect(images).toEqual([
      ['landing-image.updated', { slot: 'whyFresh', url }],
      ['landing-images.updated', { whyFresh: url }],
      ['hero-image.updated', { url: null }],
    ]);
    const partners = await hear('partner-places', 2, () => {
      const { id } = platform.partnerRequests.create();
      platform.configure({ partnerEventIds: false });
      platform.partnerRequests.decide(id, 'request-details', 'When do you open?');
    });
    for (const [, payload] of partners) v.parse(BROADCASTS['partner-places']['partner-places.changed'], payload);
    expect(partners.map(([, payload]) => Object.keys(payload as object))).toEqual([
      ['kind', 'id', 'at'],
      ['kind', 'at'],
    ]);
  });

  it('broadcast notifications of other people too', async () => {
    const [event] = await hear('notifications', 1, () => platform.notifications.notify(platform.users.list()[0]?.id ?? '', 'Your order'));
    v.parse(PERSONAL['notifications.created'], event?.[1]);
    expect(event?.[0]).toBe('notifications.created');
  });

  it('tell a banned account, and it alone, then end its connections', async () => {
    const user = platform.users.register();
    const { accessToken } = platform.accounts.signIn({ id: user.id, email: 'x@example.com', role: 'user' }, 'a spec');
    const [own, other] = [open('users', { auth: { token: accessToken } }), open('users')];
    await Promise.all([connected(own), connected(other)]);
    const told = new Promise<unknown>((resolve) => own.once('account.banned', resolve));
    const ended = new Promise((resolve) => own.once('disconnect', resolve));
    const heardByOther: string[] = [];
    const deleted = new Promise<void>((resolve) => other.onAny((event: string) => heardByOther.push(event) === 3 && resolve()));
    platform.users.ban(user.id);
    expect(v.parse(PERSONAL['account.banned'], await told).kind).toBe('banned');
    await ended;
    platform.users.rename(user.id, 'Somebody Else Now');
    platform.users.delete(user.id);
    await deleted;
    expect(heardByOther).toEqual(['users.updated', 'users.updated', 'users.deleted']);
  });

  it('want tokens at the handshake where they are told to, and refuse admins at /notifications for good', async () => {
    platform.configure({ liveFor: 'admins', notificationsFor: 'users' });
    const auth = { token: tokensOf(platform).accessToken };
    await expectAsync(connected(open('users'))).toBeRejectedWithError('Unauthorized');
    await expectAsync(connected(open('partner-places', { auth: { token: 'x' } }))).toBeRejectedWithError('Unauthorized');
    await expectAsync(connected(open('users', { auth }))).toBeResolved();
    await expectAsync(connected(open('notifications', { auth }))).toBeRejectedWithError('Forbidden');
    await expectAsync(connected(open('site-settings'))).toBeResolved();
  });

  it('lose each n-th event when they are told to', async () => {
    platform.configure({ dropEvery: 2 });
    const heard = await hear('users', 2, () => {
      const { id } = platform.users.register();
      for (const word of ['Second', 'Third']) platform.users.rename(id, `The ${word} Name`);
    });
    expect(heard.map(([, row]) => (row as { fullName: string }).fullName)[1]).toBe('The Third Name');
  });
});
