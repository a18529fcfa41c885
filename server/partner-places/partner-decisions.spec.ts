import type { ActivityPage } from '#contract/activity';
import type { AdminLoginAnswer } from '#contract/auth';
import type { NotificationsPage } from '#contract/notifications';
import { PartnerRequest, type PartnerPlacesChanged } from '#contract/partner-places';
import type { EventMeta } from '#contract/stream';
import { UNDO_MAIL_DELAY_MS } from '#contract/undo';
import * as v from 'valibot';
import { PartnerDesk, positionOf } from '../testing/partner-desk';
import { connected } from '../testing/socket-states';
import { TestServer } from '../testing/test-server';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

describe('Partner requests', () => {
  let server: TestServer;
  let desk: PartnerDesk;
  beforeAll(async () => {
    server = await TestServer.start();
    desk = await PartnerDesk.open(server);
  });
  afterAll(() => server.stop());
  beforeEach(() => desk.clear());

  describe('deciding', () => {
    it('approves, asks for details, rejects: with the message in the thread, and who did it', async () => {
      for (const [action, status] of [
        ['approve', 'approved'],
        ['request-details', 'needs_info'],
        ['reject', 'rejected'],
      ] as const) {
        const { id } = await desk.create();
        const { status: code, body } = await desk.act(id, action, { message: 'Moien\n\nمرحبًا' });
        expect(code).toBe(200);
        expect(v.parse(PartnerRequest, body.request)).toEqual(body.request);
        expect(body.request).toEqual(jasmine.objectContaining({ id, status, decidedBy: desk.me.user.name, decidedAt: server.clock.now().toISOString() }));
        expect(body.request.messages.map(({ from, body: text }) => [from, text])).toEqual([['admin', 'Moien\n\nمرحبًا']]);
        expect(await desk.one(id)).toEqual(body.request);
      }
    });

    it('needs a message to ask or to reject, and none to approve', async () => {
      const { id } = await desk.create();
      for (const action of ['request-details', 'reject', 'message']) {
        for (const body of [undefined, {}, { message: '' }, { message: ' ' }, { message: 'x'.repeat(4001) }, { message: 'a\u0000b' }, []]) {
          const { status } = await server.post(`/partner-places/requests/${id}/${action}`, { token: desk.me.tokens.accessToken, body });
          expect([action, JSON.stringify(body)?.slice(0, 30), status]).toEqual([action, JSON.stringify(body)?.slice(0, 30), 400]);
        }
      }
      expect((await desk.act(id, 'approve')).body.request.messages).toEqual([]);
    });

    it('lets one stand of several who decide in the same instant', async () => {
      for (let round = 0; round < 3; round++) {
        const { id, updatedAt } = await desk.create();
        const version = round === 1 ? {} : { version: updatedAt };
        const actions = ['approve', 'reject', 'approve', 'reject'].map((action, n) =>
          desk.act(id, action, { message: 'Moien', as: n < 2 ? desk.me : desk.other, ...version }),
        );
        const answers = await Promise.all(actions);
        const [stands] = answers.filter(({ status }) => status === 200);
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
        const now = await desk.one(id);
        expect(now).toEqual(stands?.body.request as PartnerRequest);
        for (const { body } of answers.filter((answer) => answer !== stands)) {
          expect(body.code).toBe(round === 1 ? 'ALREADY_DECIDED' : 'STALE');
          expect(body.current).toEqual(now);
        }
      }
    });

    it('refuses those who have not seen the latest, whatever it was that changed', async () => {
      const { id, updatedAt } = await desk.create();
      await desk.act(id, 'message', { message: 'A question', as: desk.other });
      for (const action of ['approve', 'request-details', 'reject', 'message', 'reopen']) {
        const { status, body } = await desk.act(id, action, { message: 'Moien', version: updatedAt });
        expect([action, status, body.code, body.current]).toEqual([action, 409, 'STALE', await desk.one(id)]);
      }
      expect((await desk.remove(id, updatedAt)).body.code).toBe('STALE');
      expect((await desk.act(id, 'approve', { version: (await desk.one(id)).updatedAt })).status).toBe(200);
      expect((await desk.remove(id, '*')).status).toBe(200);
    });

    it('decides once, from wherever it waits', async () => {
      const { id } = await desk.create();
      const code = async (action: string) => (await desk.act(id, action, { message: 'Moien' })).body.code;
      expect(await code('reopen')).toBe('NOT_DECIDED');
      expect(await code('request-details')).toBeUndefined();
      expect(await code('request-details')).toBe('ALREADY_DECIDED');
      expect(await code('reject')).toBeUndefined();
      for (const action of ['approve', 'request-details', 'reject']) expect(await code(action)).toBe('ALREADY_DECIDED');
      expect(await code('message')).toBeUndefined();
    });

    it('answers 404 for what is not there', async () => {
      for (const id of [UNKNOWN, 'nonsense']) {
        expect([(await desk.act(id, 'approve')).status, (await desk.act(id, 'reopen')).status, (await desk.remove(id)).status]).toEqual([404, 404, 404]);
        expect((await desk.get(`requests/${id}`)).status).toBe(404);
      }
    });
  });

  describe('taking a decision back', () => {
    it('puts the request back as it was, step by step', async () => {
      const created = await desk.create();
      const asked = (await desk.act(created.id, 'request-details', { message: 'Where?' })).body.request;
      await desk.act(created.id, 'approve', { message: 'Welcome', as: desk.other });
      const without = ({ updatedAt: _, ...rest }: PartnerRequest) => rest;
      expect(without((await desk.act(created.id, 'reopen')).body.request)).toEqual(without(asked));
      expect(without((await desk.act(created.id, 'reopen')).body.request)).toEqual(without(created));
      expect((await desk.act(created.id, 'reopen')).body.code).toBe('NOT_DECIDED');
    });

    it('takes the mail back if it has not left, and leaves in the thread what has', async () => {
      const [kept, undone, sent] = [await desk.create(), await desk.create(), await desk.create()];
      await desk.act(sent.id, 'reject', { message: 'No, sorry' });
      server.clock.advance(UNDO_MAIL_DELAY_MS);
      expect((await desk.mailsTo(sent.email)).length).toBe(1);
      await desk.act(kept.id, 'approve');
      await desk.act(undone.id, 'reject', { message: 'A mistake' });
      const [inTime, late] = [(await desk.act(undone.id, 'reopen')).body, (await desk.act(sent.id, 'reopen')).body];
      expect([inTime.mailTakenBack, late.mailTakenBack]).toEqual([true, false]);
      expect([inTime, late].map(({ request }) => request.messages.map(({ body }) => body))).toEqual([[], ['No, sorry']]);
      server.clock.advance(UNDO_MAIL_DELAY_MS - 1);
      expect(await desk.mailsTo(kept.email)).toEqual([]);
      server.clock.advance(1);
      expect((await desk.mailsTo(kept.email)).map(({ body }) => body.includes(kept.placeName))).toEqual([true]);
      expect(await desk.mailsTo(undone.email)).toEqual([]);
    });
  });

  it('send a message at once, as it was written', async () => {
    const { id, email } = await desk.create();
    const { body } = await desk.act(id, 'message', { message: 'Moien, just a question.' });
    expect([body.request.status, body.request.decidedBy]).toEqual(['pending', null]);
    expect((await desk.mailsTo(email)).map((mail) => mail.body.startsWith('Moien, just a question.\n'))).toEqual([true]);
  });

  it('are deleted for good, with their thread and the mails that wait', async () => {
    const { id, email } = await desk.create();
    await desk.act(id, 'reject', { message: 'No' });
    const answer = await desk.remove(id);
    expect([answer.status, answer.body as unknown]).toEqual([200, { ok: true }]);
    server.clock.advance(UNDO_MAIL_DELAY_MS);
    expect(await desk.mailsTo(email)).toEqual([]);
    expect((await desk.get(`requests/${id}`)).status).toBe(404);
  });

  it('tell every admin’s screen of each change, with the number that its answer names, and history who did it', async () => {
    const socket = server.connect('/partner-places', { token: desk.other.tokens.accessToken });
    const heard: [PartnerPlacesChanged, EventMeta][] = [];
    socket.on('partner-places.changed', (payload: PartnerPlacesChanged, meta: EventMeta) => heard.push([payload, meta]));
    await connected(socket);
    const { id, placeName } = await desk.create();
    const answers = [
      await desk.act(id, 'request-details', { message: 'Where?' }),
      await desk.act(id, 'reopen'),
      await desk.act(id, 'message', { message: 'x'.repeat(4000) }),
      await desk.act(id, 'reject', { message: 'No' }),
      await desk.act(id, 'reopen'),
      await desk.act(id, 'approve'),
      await desk.remove(id),
    ];
    while (heard.at(-1)?.[0].kind !== 'deleted') await new Promise((resolve) => socket.once('partner-places.changed', resolve));
    const own = heard.filter(([payload]) => payload.id === id);
    expect(own.map(([{ kind }]) => kind)).toEqual(['created', 'needs_info', 'updated', 'updated', 'rejected', 'updated', 'approved', 'deleted']);
    expect(own.slice(1).map(([, { log, seq }]) => ({ log, seq }))).toEqual(answers.map((answer) => positionOf(answer) ?? { log: '', seq: 0 }));
    const { body } = await server.get<ActivityPage>(`/activity?subject=${id}`, { token: desk.me.tokens.accessToken });
    expect(body.data.map(({ kind, actor, note }) => [kind, actor.name, note?.slice(-3) ?? null])).toEqual([
      ['partner.deleted', desk.me.user.name, null],
      ['partner.approved', desk.me.user.name, null],
      ['partner.reopened', desk.me.user.name, null],
      ['partner.rejected', desk.me.user.name, 'No'],
      ['partner.messaged', desk.me.user.name, 'xx…'],
      ['partner.reopened', desk.me.user.name, null],
      ['partner.needs-info', desk.me.user.name, 're?'],
      ['partner.requested', 'Léa Weber', null],
    ]);
    expect(body.data.every(({ subject }) => subject.label === placeName)).toBeTrue();
  });

  it('tell those who handled one what another admin does to it', async () => {
    const { id, placeName } = await desk.create();
    await desk.act(id, 'request-details', { message: 'Where?' });
    for (const action of ['approve', 'reopen', 'reject'] as const) await desk.act(id, action, { message: 'Moien', as: desk.other });
    await desk.remove(id);
    const told = async (admin: AdminLoginAnswer) => {
      const { body } = await server.get<NotificationsPage>('/notifications?limit=200', { token: admin.tokens.accessToken });
      return body.data
        .filter(({ type, data }) => type === 'partner.decided' && data['requestId'] === id)
        .map(({ data }) => [data['action'], data['placeName']]);
    };
    expect((await told(desk.me)).map(String).sort()).toEqual([`approve,${placeName}`, `reject,${placeName}`, `reopen,${placeName}`]);
    expect(await told(desk.other)).toEqual([['delete', placeName]]);
  });
});
