import { TestBed } from '@angular/core/testing';
import type { Notification } from '#contract/notifications';
import { eventually } from '../../../testing/eventually';
import { FakeWire } from '../../../testing/fake-socket';
import { anAdmin, anId } from '../../../testing/people';
import { Tab } from '../../../testing/tab';
import { NotificationsSocket } from '../realtime/notifications-socket';
import { RejectedEvents } from '../realtime/rejected-events';
import { WIRE } from '../realtime/wire-token';
import { NotificationsApi } from '../api/notifications-api';
import { UnreadCount } from './unread-count';

const NEWS: Notification = {
  id: anId(1),
  userId: anAdmin().id,
  type: 'partner.requested',
  title: 'New',
  body: 'New',
  data: {},
  isRead: false,
  readAt: null,
  createdAt: '2026-02-01T12:00:00.000Z',
};

describe('The count of the unread', () => {
  let tab: Tab;
  let wire: FakeWire;
  let unread: UnreadCount;
  const socket = () => wire.socket('/notifications');
  const answer = (count: number) => tab.answer('/notifications', { data: [], pagination: { limit: 1, total: count, nextCursor: null, unread: count } });

  beforeEach(async () => {
    TestBed.configureTestingModule({});
    wire = new FakeWire();
    tab = new Tab({ provide: WIRE, useValue: wire }, RejectedEvents, NotificationsSocket, NotificationsApi, UnreadCount);
    await tab.signIn('t1');
    unread = tab.get(UnreadCount);
    socket().connect();
    socket().accept();
  });
  afterEach(() => {
    tab.session.end(null);
    tab.close();
  });

  it('is the server’s, asked for on connecting', async () => {
    expect([unread.count(), unread.isStale()]).toEqual([null, true]);
    await answer(3);
    expect([unread.count(), unread.isStale()]).toEqual([3, false]);
  });

  it('moves at once by what is certain, and is asked for again all the same', async () => {
    await answer(0);
    socket().say('notifications.created', NEWS);
    expect(unread.count()).toBe(1);
    socket().say('notifications.readAll', { userId: NEWS.userId });
    expect(unread.count()).toBe(0);
    await answer(5);
    expect(unread.count()).toBe(5);
  });

  it('waits for the server where it is not certain: whether one that was read was unread', async () => {
    await answer(2);
    socket().say('notifications.read', { userId: NEWS.userId, id: NEWS.id });
    expect(unread.count()).toBe(2);
    await answer(1);
    expect(unread.count()).toBe(1);
  });

  it('does not count twice what came while an answer was under way, and asks once more', async () => {
    await answer(0);
    unread.ask();
    const request = await tab.request('/notifications');
    socket().say('notifications.created', NEWS);
    expect(unread.count()).toBe(0);
    request.flush({ data: [], pagination: { limit: 1, total: 1, nextCursor: null, unread: 1 } });
    expect(unread.count()).toBe(1);
    await answer(1);
    expect(unread.count()).toBe(1);
  });

  it('asks once for many events', async () => {
    await answer(0);
    for (let n = 0; n < 50; n++) socket().say('notifications.created', { ...NEWS, id: anId(n) });
    expect(unread.count()).toBe(50);
    await answer(50);
    expect(tab.server.match(() => true)).toEqual([]);
  });

  it('stays through an outage, says that it is old, and is right after it', async () => {
    await answer(4);
    socket().cut();
    expect([unread.count(), unread.isStale()]).toEqual([4, true]);
    socket().accept();
    await answer(9);
    expect([unread.count(), unread.isStale()]).toEqual([9, false]);
  });

  it('is old while the server does not answer, and tries again', async () => {
    await answer(4);
    unread.ask();
    await tab.lose('/notifications');
    await eventually(() => unread.isStale());
    expect(unread.count()).toBe(4);
    await answer(2);
    expect(unread.count()).toBe(2);
  });

  it('is nobody else’s: it goes with the session', async () => {
    await answer(4);
    tab.session.end(null);
    expect(unread.count()).toBeNull();
  });
});
