import type { ErrorBody } from '#contract/errors';
import type { NotificationsPage } from '#contract/notifications';
import type { PartnerRequestCreated } from '#contract/partner-changes';
import { PartnerRequest, type PartnerRequestAnswer } from '#contract/partner-places';
import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import * as v from 'valibot';
import { newPartner } from '../testing/new-partner';
import { PartnerDesk, positionOf } from '../testing/partner-desk';
import { TestServer } from '../testing/test-server';
import type { DiskImageStore } from '../uploads/disk-image-store';
import { ImageStore } from '../uploads/image-store';
import { ImageSweeper, UNUSED_KEPT_MS } from '../uploads/image-sweeper';
import { THREAD_MAX } from './partner-side';

type Answered = PartnerRequestAnswer & ErrorBody;
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

describe('A partner', () => {
  let server: TestServer;
  let desk: PartnerDesk;
  beforeAll(async () => {
    server = await TestServer.start();
    desk = await PartnerDesk.open(server);
  });
  afterAll(() => server.stop());
  beforeEach(() => desk.clear());

  const ask = (body: unknown) => server.post<PartnerRequestCreated & ErrorBody>('/partner-places/requests', { body });
  const reply = (id: string, token: string, body = 'Here it is.') => server.post<Answered>(`/partner-places/requests/${id}/replies`, { body: { token, body } });
  const edit = (id: string, body: unknown, headers = {}) => server.request<Answered>('PATCH', `/partner-places/requests/${id}`, { body, headers });
  const form = (fields: object, image?: Uint8Array | string) => {
    const made = new FormData();
    for (const [name, value] of Object.entries(fields)) made.set(name, (value as string | null) ?? '');
    if (image !== undefined) made.set('image', new Blob([typeof image === 'string' ? image : Uint8Array.from(image)], { type: 'image/png' }), 'place.png');
    return made;
  };
  const picture = (width = 2000, height = 1000) =>
    sharp({ create: { width, height, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
  const told = async (id: string) => {
    const { body } = await server.get<NotificationsPage>('/notifications?limit=200', { token: desk.me.tokens.accessToken });
    return body.data.filter(({ data }) => data['requestId'] === id).map(({ type }) => type);
  };

  describe('asking to become one', () => {
    it('is answered with the request, and the token for what follows', async () => {
      const given = newPartner({ email: 'Ana@Moien.LU', cuisine: 'Portugiesesch', note: 'Moien\nمرحبًا' });
      const answer = await ask(given);
      expect(answer.status).toBe(201);
      const { request, replyToken } = answer.body;
      expect(v.parse(PartnerRequest, request)).toEqual(request);
      expect(request).toEqual(jasmine.objectContaining({ ...given, email: 'ana@moien.lu', status: 'pending', messages: [], imageUrl: null, decidedBy: null }));
      expect(replyToken).toMatch(/^[\w-]{43}$/u);
      expect(positionOf(answer)?.seq).toBeGreaterThan(0);
      expect(await desk.one(request.id)).toEqual(request);
      expect(await told(request.id)).toEqual(['partner.requested']);
    });

    it('may send a picture along, which is drawn anew and kept while it is shown', async () => {
      const { status, body } = await ask(form(newPartner(), await picture()));
      expect([status, body.request.cuisine, body.request.note]).toEqual([201, null, null]);
      const image = await fetch(server.url + new URL(body.request.imageUrl ?? '').pathname);
      const { format, width, height } = await sharp(await image.arrayBuffer()).metadata();
      expect({ format, width, height }).toEqual({ format: 'webp', width: 1600, height: 800 });
      const { folder } = server.application.get<DiskImageStore>(ImageStore);
      const long = new Date(server.clock.now().getTime() - 2 * UNUSED_KEPT_MS);
      const sweep = async () => {
        for (const name of await readdir(folder)) await utimes(join(folder, name), long, long);
        await server.application.get(ImageSweeper).sweep();
        return readdir(folder);
      };
      expect((await sweep()).length).toBe(1);
      await desk.remove(body.request.id);
      expect(await sweep()).toEqual([]);
    });

    it('is told of each field what is wrong with it', async () => {
      const wrong = {
        placeName: ' ',
        contactName: 'x'.repeat(201),
        email: 'no mail',
        phone: '621',
        countryCode: 'lux',
        city: 'a\u0000b',
        note: 'x'.repeat(4001),
      };
      for (const body of [wrong, form(wrong)]) {
        const answer = await ask(body);
        expect([answer.status, answer.body.code]).toEqual([400, 'VALIDATION_FAILED']);
        expect(answer.body.details?.map(({ field, code }) => [field, code])).toEqual([
          ['placeName', 'min_length'],
          ['contactName', 'max_length'],
          ['email', 'email'],
          ['phone', 'e164'],
          ['countryCode', 'country_code'],
          ['city', 'control_characters'],
          ['address', 'required'],
          ['note', 'max_length'],
        ]);
      }
    });

    it('leaves nothing behind by what is hostile', async () => {
      const hostile: [unknown, number][] = [
        [form(newPartner(), '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 415],
        [form(newPartner(), new Uint8Array(5 * 1024 * 1024 + 1)), 413],
        [form(newPartner(), (await picture(100, 100)).subarray(0, 60)), 415],
        [form(Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`field${String(n)}`, 'x']))), 400],
        [{ ...newPartner(), placeName: { $gt: '' } }, 400],
        [{ ...newPartner(), note: 'x'.repeat(200_000) }, 413],
        [[], 400],
        [null, 400],
      ];
      for (const [body, status] of hostile) expect((await ask(body)).status).toBe(status);
      const { body } = await ask(
        JSON.parse(JSON.stringify({ ...newPartner(), status: 'approved', id: UNKNOWN, decidedBy: 'me' }).replace('{', '{"__proto__":{"status":"approved"},')),
      );
      expect([body.request.status, body.request.id === UNKNOWN, body.request.decidedBy]).toEqual(['pending', false, null]);
      expect((await desk.list()).pagination.total).toBe(1);
    });

    it('may do so a few times a minute from one address, whatever else that asks', async () => {
      const strict = await TestServer.start({ publicWriteLimit: 2 });
      const post = () => strict.post<ErrorBody>('/partner-places/requests', { body: newPartner() });
      expect([(await post()).status, (await post()).status]).toEqual([201, 201]);
      const refused = await post();
      expect([refused.status, refused.body.code]).toEqual([429, 'TOO_MANY_REQUESTS']);
      expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
      expect((await strict.get('/health')).status).toBe(200);
      await strict.stop();
    });
  });

  describe('who answers', () => {
    it('is heard, and waits for us again', async () => {
      const { request, replyToken } = await desk.created();
      await desk.act(request.id, 'request-details', { message: 'Where?' });
      const { status, body } = await reply(request.id, replyToken, 'Next to the church.');
      expect([status, body.request.status, body.request.decidedBy, body.request.decidedAt]).toEqual([200, 'pending', null, null]);
      expect(body.request.messages.map(({ from, body: text }) => [from, text])).toEqual([
        ['admin', 'Where?'],
        ['partner', 'Next to the church.'],
      ]);
      expect((await told(request.id)).sort()).toEqual(['partner.replied', 'partner.requested']);
      expect((await desk.act(request.id, 'reopen')).body.code).toBe('NOT_DECIDED');
    });

    it('changes nothing about a decision', async () => {
      const { request, replyToken } = await desk.created();
      await desk.act(request.id, 'reject', { message: 'No' });
      expect((await reply(request.id, replyToken, 'Why?')).body.request).toEqual(
        jasmine.objectContaining({ status: 'rejected', decidedBy: desk.me.user.name }),
      );
      expect((await desk.act(request.id, 'reopen')).body.request.status).toBe('pending');
    });

    it('finds the token in every mail about the request', async () => {
      const { request, replyToken } = await desk.created();
      await desk.act(request.id, 'message', { message: 'Moien' });
      expect((await desk.mailsTo(request.email))[0]?.body).toContain(replyToken);
    });

    it('needs that token, and no other', async () => {
      const [mine, theirs] = [await desk.created(), await desk.created()];
      for (const token of [theirs.replyToken, 'nonsense', 'é'.repeat(43), mine.replyToken.slice(0, -1)]) {
        const answers = [await reply(mine.request.id, token), await edit(mine.request.id, { token, city: 'Esch' })];
        expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
          [400, 'CODE_INVALID'],
          [400, 'CODE_INVALID'],
        ]);
      }
      expect((await edit(mine.request.id, { city: 'Esch' })).body.details?.[0]?.field).toBe('token');
      await desk.remove(mine.request.id);
      expect((await reply(mine.request.id, mine.replyToken)).status).toBe(404);
    });

    it('cannot go on for ever', async () => {
      const { request, replyToken } = await desk.created();
      for (let n = 0; n < THREAD_MAX; n += 10) await Promise.all(Array.from({ length: 10 }, () => reply(request.id, replyToken)));
      expect((await reply(request.id, replyToken)).body.code).toBe('THREAD_FULL');
      const { messages } = await desk.one(request.id);
      expect([messages.length, new Set(messages.map(({ at }) => at)).size]).toEqual([THREAD_MAX, THREAD_MAX]);
    });
  });

  describe('who edits', () => {
    it('replaces what is named, and waits for us again', async () => {
      const { request, replyToken } = await desk.created({ cuisine: 'Grill', note: 'Moien' });
      await desk.act(request.id, 'request-details', { message: 'Where?' });
      const { status, body } = await edit(request.id, { token: replyToken, city: 'Diekirch', note: null });
      expect(status).toBe(200);
      expect(body.request).toEqual(
        jasmine.objectContaining({ placeName: request.placeName, city: 'Diekirch', cuisine: 'Grill', note: null, status: 'pending' }),
      );
      const pictured = await edit(request.id, form({ token: replyToken, cuisine: '' }, await picture(100, 100)));
      expect([pictured.body.request.cuisine, pictured.body.request.imageUrl === null]).toEqual([null, false]);
      expect((await told(request.id)).filter((type) => type === 'partner.edited').length).toBe(2);
    });

    it('is refused once it is decided, when it is stale, and when nothing is named', async () => {
      const { request, replyToken: token } = await desk.created();
      await desk.act(request.id, 'message', { message: 'Moien' });
      expect((await edit(request.id, { token, city: 'Diekirch' }, { 'If-Match': request.updatedAt })).body.code).toBe('STALE');
      expect((await edit(request.id, { token })).body.code).toBe('VALIDATION_FAILED');
      expect((await edit(request.id, { token, city: '' })).body.details?.[0]?.field).toBe('city');
      expect((await edit(request.id, { token, email: 'thief@moien.lu', city: 'Diekirch' })).body.request.email).toBe(request.email);
      await desk.act(request.id, 'approve');
      expect((await edit(request.id, { token, city: 'Esch' })).body.code).toBe('ALREADY_DECIDED');
    });
  });
});
