import { randomUUID } from 'node:crypto';
import type { AdminLoginAnswer } from '#contract/auth';
import type { ErrorBody } from '#contract/errors';
import {
  Notification,
  notificationSortKey,
  type NotificationAnswer,
  type NotificationRead,
  type NotificationsPage,
  type NotificationsReadAll,
} from '#contract/notifications';
import { compareText } from '#contract/text';
import type { Socket } from 'socket.io-client';
import * as v from 'valibot';
import { Database } from '../database/database';
import { notifications } from '../database/schema';
import { connected, next } from '../testing/socket-states';
import { TestServer } from '../testing/test-server';
import { KEPT_OF_ONE, NotificationRetention } from './notification-retention';
import { NotificationWriter, type Recipients } from './notification-writer';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('Notifications', () => {
  let server: TestServer;
  let me: AdminLoginAnswer;
  let other: AdminLoginAnswer;
  beforeAll(async () => {
    server = await TestServer.start();
    [me, other] = [await server.newAdmin(), await server.newAdmin()];
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    await server.application.get(Database).db.delete(notifications);
  });

  const notify = (to: Recipients, placeName = 'Chez Ana') =>
    server.application.get(Database).transaction((tx) =>
      server.application.get(NotificationWriter).notify(tx, to, {
        type: 'partner.requested',
        title: 'New partner request',
        body: `${placeName} wants to become a partner.`,
        data: { requestId: randomUUID(), placeName, contactName: 'Ana' },
      }),
    );
  const token = ({ tokens }: AdminLoginAnswer) => tokens.accessToken;
  const list = async (admin = me, query = '') => (await server.get<NotificationsPage>(`/notifications${query}`, { token: token(admin) })).body;
  const read = (id: string, admin = me) => server.post<NotificationAnswer & ErrorBody>(`/notifications/${id}/read`, { token: token(admin) });
  const readAll = (admin = me) => server.post('/notifications/read-all', { token: token(admin) });
  const only = (admin: AdminLoginAnswer): Recipients => ({ admins: [admin.user.id] });

  async function listen(
    admin: AdminLoginAnswer,
    namespace: Parameters<TestServer['connect']>[0] = '/notifications',
  ): Promise<{ socket: Socket; heard: string[] }> {
    const socket = server.connect(namespace, { token: token(admin) });
    const heard: string[] = [];
    socket.onAny((event: string) => heard.push(event));
    await connected(socket);
    return { socket, heard };
  }

  it('reach every screen of their owner at once, on their own namespace only', async () => {
    const [one, two, elsewhere] = [await listen(me), await listen(me), await listen(me, '/users')];
    const events = [one, two].map(({ socket }) => next<Notification>(socket, 'notifications.created'));
    await notify(only(me));
    const [event, same] = await Promise.all(events);
    expect(v.parse(Notification, event)).toEqual(event as Notification);
    expect([event, same]).toEqual([(await list()).data[0], (await list()).data[0]]);
    expect(event).toEqual(jasmine.objectContaining({ userId: me.user.id, isRead: false, readAt: null, createdAt: server.clock.now().toISOString() }));
    expect(elsewhere.heard).toEqual([]);
  });

  it('reach nobody else, neither when told nor when read', async () => {
    const [mine, others] = [await listen(me), await listen(other)];
    await notify(only(me));
    const id = (await list()).data[0]?.id ?? '';
    const seen = next(mine.socket, 'notifications.readAll');
    await notify(only(me));
    await read(id);
    await readAll();
    await seen;
    // What comes after it in the log came after it on the socket too.
    const own = next(others.socket, 'notifications.created');
    await notify(only(other));
    await own;
    expect(others.heard).toEqual(['notifications.created']);
    expect(mine.heard).toEqual(['notifications.created', 'notifications.created', 'notifications.read', 'notifications.readAll']);
  });

  it('go to all admins but the one who did it, and not to those who are banned', async () => {
    const banned = await server.newAdmin();
    await server.post(`/admin-staff/${banned.user.id}/ban`, { token: token(me) });
    await notify({ admins: 'all', except: me.user.id });
    await notify({ admins: [me.user.id, banned.user.id, randomUUID()], except: me.user.id });
    await server.post(`/admin-staff/${banned.user.id}/unban`, { token: token(me) });
    const again = await server.signInAdmin(banned.user.email);
    expect([(await list(me)).data.length, (await list(other)).data.length, (await list(again)).data.length]).toEqual([0, 1, 0]);
  });

  it('are listed unread first, then newest first, page by page, with the number of the unread', async () => {
    for (let n = 0; n < 7; n++) {
      server.clock.advance(10);
      await notify(only(me), `Place ${String(n)}`);
    }
    for (const { id } of (await list()).data.slice(1, 4)) await read(id);
    const all = await list();
    expect([all.pagination.total, all.pagination.unread, all.pagination.nextCursor]).toEqual([7, 4, null]);
    expect([...all.data].sort((a, b) => compareText(notificationSortKey(a), notificationSortKey(b)) || compareText(a.id, b.id))).toEqual([...all.data]);
    const paged = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: NotificationsPage = await list(me, `?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
      paged.push(...page.data);
      cursor = page.pagination.nextCursor;
    }
    expect(paged).toEqual(all.data as Notification[]);
    const { status, body } = await server.get<ErrorBody>('/notifications?cursor=nonsense', { token: token(me) });
    expect([status, body.code]).toEqual([400, 'CURSOR_INVALID']);
  });

  it('are read once: again changes nothing and tells nobody', async () => {
    const { socket, heard } = await listen(me);
    await notify(only(me));
    const id = (await list()).data[0]?.id ?? '';
    const event = next<NotificationRead>(socket, 'notifications.read');
    const { body } = await read(id);
    expect(body.notification).toEqual(jasmine.objectContaining({ id, isRead: true, readAt: server.clock.now().toISOString() }));
    expect(await event).toEqual({ userId: me.user.id, id });
    server.clock.advance(1000);
    expect((await read(id)).body).toEqual(body);
    await readAll();
    await notify(only(me));
    const all = next<NotificationsReadAll>(socket, 'notifications.readAll');
    await readAll();
    expect(await all).toEqual({ userId: me.user.id });
    expect(heard).toEqual(['notifications.created', 'notifications.read', 'notifications.created', 'notifications.readAll']);
    expect((await list()).pagination.unread).toBe(0);
  });

  it('are nobody else’s to see or read', async () => {
    await notify(only(me));
    const id = (await list()).data[0]?.id ?? '';
    for (const stranger of [id, randomUUID(), 'nonsense']) expect([(await read(stranger, other)).status, (await list()).data[0]?.isRead]).toEqual([404, false]);
    const { tokens } = await server.newUser();
    expect((await server.get('/notifications')).status).toBe(401);
    expect((await server.get('/notifications', { token: tokens.accessToken })).status).toBe(403);
  });

  it('go with the admin they belong to', async () => {
    const leaving = await server.newAdmin();
    await notify({ admins: 'all' });
    await server.request('DELETE', `/admin-staff/${leaving.user.id}`, { token: token(me) });
    const left = await server.application.get(Database).db.select({ userId: notifications.userId }).from(notifications);
    expect(left.map(({ userId }) => userId)).toContain(other.user.id);
    expect(left.map(({ userId }) => userId)).not.toContain(leaving.user.id);
  });

  it('are forgotten after 90 days, and beyond a thousand of one admin, the read ones first', async () => {
    const { db } = server.application.get(Database);
    await notify(only(me));
    await readAll();
    await notify(only(other));
    const rows = (n: number) => ({
      userId: me.user.id,
      type: 'x',
      title: 'x',
      body: 'x',
      data: {},
      createdAt: new Date(n),
      sortKey: `0:${String(n).padStart(15, '0')}`,
    });
    const now = server.clock.now().getTime();
    await db.insert(notifications).values(Array.from({ length: KEPT_OF_ONE + 5 }, (_, n) => rows(now - n)));
    const retention = server.application.get(NotificationRetention);
    await retention.prune();
    const { total, unread } = (await list()).pagination;
    expect([total, unread, (await list(other)).pagination.total]).toEqual([KEPT_OF_ONE, KEPT_OF_ONE, 1]);
    server.clock.advance(91 * DAY_MS);
    await retention.prune();
    expect(await db.$count(notifications)).toBe(0);
    [me, other] = [await server.signInAdmin(me.user.email), await server.signInAdmin(other.user.email)];
  });
});
