import type { ActivityPage } from '#contract/activity';
import type { ErrorBody } from '#contract/errors';
import { BROADCASTS } from '#contract/events';
import { NotificationsPage, notificationContent } from '#contract/notifications';
import { SITE_IMAGE_MAX_BYTES, SITE_IMAGE_RESTORABLE_MS, SiteImageAnswer, SiteImageList } from '#contract/site-image-changes';
import { imageTag } from '#contract/image-tag';
import { SITE_IMAGE_FRAMES, siteImagePath } from '#contract/site-image-slots';
import { AboutImages, HERO_IMAGE, HeroImage, LandingImages, type SiteImageSlot } from '#contract/site-settings';
import { parsePositionHeader, POSITION_HEADER, type EventMeta } from '#contract/stream';
import sharp from 'sharp';
import type { Socket } from 'socket.io-client';
import * as v from 'valibot';
import { connected } from '../testing/socket-states';
import { TestServer } from '../testing/test-server';

type Told = readonly [event: string, payload: unknown, meta: EventMeta];

describe('Site images', () => {
  let server: TestServer;
  let token: string;
  let pictures = 0;
  const signIn = async () => (token = (await server.signInAdmin()).tokens.accessToken);
  beforeAll(async () => {
    server = await TestServer.start();
  });
  beforeEach(signIn);
  afterAll(() => server.stop());

  const slots = SITE_IMAGE_FRAMES.map(({ slot }) => slot);
  /** One that no other test has. */
  const picture = (width = 40) =>
    sharp({ create: { width, height: 20, channels: 3, background: { r: (++pictures * 37) % 256, g: (pictures * 91) % 256, b: (pictures * 151) % 256 } } })
      .png()
      .toBuffer();
  const pathOf = (slot: string) => (slots.includes(slot as SiteImageSlot) ? siteImagePath(slot as SiteImageSlot) : `/site-settings/${slot}`);
  const asking = (as: string, seen?: string | null) => ({ token: as, headers: seen === undefined ? {} : { 'If-Match': imageTag(seen) } });
  const upload = async (slot: string, { as = token, seen, image }: { as?: string; seen?: string | null; image?: Uint8Array } = {}) => {
    const body = new FormData();
    body.set('image', new Blob([Uint8Array.from(image ?? (await picture()))], { type: 'image/png' }), 'image.png');
    return server.post<SiteImageAnswer & ErrorBody>(`${pathOf(slot)}/upload`, { ...asking(as, seen), body });
  };
  const remove = (slot: string, { as = token, seen }: { as?: string; seen?: string | null } = {}) =>
    server.request<SiteImageAnswer & ErrorBody>('DELETE', pathOf(slot), asking(as, seen));
  const restore = (slot: string, { as = token, seen }: { as?: string; seen?: string | null } = {}) =>
    server.post<SiteImageAnswer & ErrorBody>(`${pathOf(slot)}/restore`, asking(as, seen));
  /** What the three public answers say, slot by slot. */
  const shown = async (): Promise<Record<string, string | null>> => ({
    [HERO_IMAGE]: v.parse(HeroImage, (await server.get('/site-settings/hero-image')).body).url,
    ...v.parse(LandingImages, (await server.get('/site-settings/landing-images')).body),
    ...v.parse(AboutImages, (await server.get('/site-settings/about-images')).body),
  });
  const listening = async (): Promise<{ readonly told: Told[]; readonly socket: Socket }> => {
    const socket = server.connect('/site-settings');
    const told: Told[] = [];
    socket.onAny((event: string, payload: unknown, meta: EventMeta) => told.push([event, payload, meta]));
    await connected(socket);
    return { told, socket };
  };
  /** The events up to that number, once it has come. */
  const toldUpTo = (told: Told[], socket: Socket, seq: number | undefined): Promise<Told[]> =>
    new Promise((resolve) => {
      const look = () => {
        if (told.some(([, , meta]) => meta.seq === seq)) resolve(told.splice(0));
        else socket.once(EVERY[0], look).once(EVERY[1], look).once(EVERY[2], look);
      };
      look();
    });
  /** The last event of a change, of each page. */
  const EVERY = ['hero-image.updated', 'landing-images.updated', 'about-images.updated'] as const;
  const seqOf = (headers: Headers) => parsePositionHeader(headers.get(POSITION_HEADER), 'site-settings')?.seq;

  it('are shown to everyone, slot by slot, and told to everyone by all events of a change, one right after the other', async () => {
    const { told, socket } = await listening();
    const expected = await shown();
    for (const { page, slot } of SITE_IMAGE_FRAMES) {
      for (const url of ['uploaded', null]) {
        const { status, headers, body } = await (url === null ? remove(slot) : upload(slot));
        expect(status).toBe(200);
        expect(v.parse(SiteImageAnswer, body)).toEqual(body);
        expect([body.page, body.slot, body.url === null]).toEqual([page, slot, url === null]);
        expected[slot] = body.url;
        if (url !== null) expect(await shown()).toEqual(expected);

        const events = await toldUpTo(told, socket, seqOf(headers));
        const single = { slot, url: body.url };
        const patch = { [slot]: body.url };
        expect(events.map(([event, payload]): unknown[] => [event, payload])).toEqual(
          page === 'hero'
            ? [['hero-image.updated', { url: body.url }]]
            : [
                [`${page}-image.updated`, single],
                [`${page}-images.updated`, patch],
              ],
        );
        const last = seqOf(headers) ?? 0;
        expect(events.map(([, , { seq }]) => seq)).toEqual(events.map((_, index) => last - events.length + 1 + index));
        for (const [event, payload] of events) expect(v.is(BROADCASTS['site-settings'][event as 'hero-image.updated'], payload)).toBeTrue();
      }
    }
    expect(await shown()).toEqual(expected);
  });

  it('are drawn anew, no side above 2560 pixels, and served', async () => {
    const { body } = await upload('hero', { image: await picture(4000) });
    const image = await fetch(server.url + new URL(body.url ?? '').pathname);
    const { format, width } = await sharp(await image.arrayBuffer()).metadata();
    expect([image.status, format, width]).toEqual([200, 'webp', 2560]);
  });

  it('are changed by admins only', async () => {
    const user = (await server.newUser()).tokens.accessToken;
    for (const slot of [HERO_IMAGE, 'whyFast', 'aboutStory']) {
      const before = await shown();
      const answers = [
        await upload(slot, { as: user }),
        await remove(slot, { as: user }),
        await restore(slot, { as: user }),
        await server.post(`${pathOf(slot)}/restore`),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 401]);
      expect(await shown()).toEqual(before);
    }
    expect((await server.get('/site-settings/images', { token: user })).status).toBe(403);
  });

  it('have no other slots than these, and each its own page', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'nonsense', 'hero-image', '..%2fhero-image', '%00', 'HERO'];
    const foreign = [...names, ''].flatMap((name) => [`landing-images/${name}`, `about-images/${name}`]);
    const before = await shown();
    for (const path of [...foreign, 'landing-images/aboutHero', 'about-images/hero', 'hero-image/hero']) {
      for (const { status, body } of [await upload(path), await remove(path), await restore(path)])
        expect([path, status, body.code]).toEqual([path, 404, 'NOT_FOUND']);
    }
    expect(await shown()).toEqual(before);
  });

  it('are refused when they lie, are too large or missing', async () => {
    const cases: [Uint8Array, number, string][] = [
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 415, 'UNSUPPORTED_MEDIA_TYPE'],
      [Buffer.from('GIF89a/*****/=1;alert(1)'), 415, 'UNSUPPORTED_MEDIA_TYPE'],
      [new Uint8Array(SITE_IMAGE_MAX_BYTES + 1), 413, 'PAYLOAD_TOO_LARGE'],
    ];
    for (const [image, ...expected] of cases) {
      const { status, body } = await upload('whyFresh', { image });
      expect([status, body.code]).toEqual(expected);
    }
    const none = await server.post<ErrorBody>(`${pathOf('whyFresh')}/upload`, { token, body: {} });
    expect([none.status, none.body.code, none.body.details?.[0]?.field]).toEqual([400, 'VALIDATION_FAILED', 'image']);
  });

  it('can be put back for an hour, once, an empty slot too', async () => {
    const first = (await upload('carousel1')).body;
    await upload('carousel1');
    expect((await restore('carousel1')).body.url).toBe(first.url);
    expect((await restore('carousel1')).body.code).toBe('NOTHING_TO_RESTORE');

    await remove('carousel1');
    server.clock.advance(SITE_IMAGE_RESTORABLE_MS - 1);
    await signIn();
    expect((await restore('carousel1')).body).toEqual(jasmine.objectContaining({ url: first.url, restorableUntil: null }));

    const emptied = (await remove('carousel1')).body;
    await remove('carousel1');
    expect(emptied.restorableUntil).toBe(new Date(server.clock.now().getTime() + SITE_IMAGE_RESTORABLE_MS).toISOString());
    await upload('carousel1');
    expect((await restore('carousel1')).body.url).toBeNull();

    await upload('carousel1');
    server.clock.advance(SITE_IMAGE_RESTORABLE_MS);
    await signIn();
    const late = await restore('carousel1');
    expect([late.status, late.body.code]).toEqual([409, 'NOTHING_TO_RESTORE']);
  });

  it('are not overwritten by whoever saw an older one', async () => {
    const seen = (await upload('carousel2', { seen: null })).body.url;
    const newer = (await upload('carousel2', { seen })).body;
    for (const answer of [await upload('carousel2', { seen }), await remove('carousel2', { seen }), await restore('carousel2', { seen: null })]) {
      expect([answer.status, answer.body.code]).toEqual([409, 'STALE']);
      expect(v.parse(SiteImageAnswer, { ok: true, ...(answer.body.current as object) }).url).toBe(newer.url);
    }
    expect((await remove('carousel2', { seen: newer.url })).status).toBe(200);
  });

  it('go to one of several admins who replace the same one at once', async () => {
    const seen = (await upload('carousel3')).body.url;
    const answers = await Promise.all(Array.from({ length: 4 }, () => upload('carousel3', { seen })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect((await shown())['carousel3']).toBe(answers.find(({ status }) => status === 200)?.body.url ?? '');
  });

  it('tell admins who changed them last, when, and until when that can be taken back', async () => {
    const { body } = await upload('aboutFeature1');
    const list = await server.get<SiteImageList>('/site-settings/images', { token });
    expect(list.body.data.map(({ slot }) => slot)).toEqual(slots);
    const { ok, ...image } = body;
    expect(ok).toBeTrue();
    expect(list.body.data).toContain(image);
    expect([image.changedBy, image.changedAt]).toEqual([(await server.signInAdmin()).user.name, server.clock.now().toISOString()]);
    expect(seqOf(list.headers)).toBe(seqOf((await server.get('/site-settings/about-images')).headers));
  });

  it('are in the history once a change, under their slot', async () => {
    await upload('aboutFeature2');
    await remove('aboutFeature2');
    await restore('aboutFeature2');
    const { data } = (await server.get<ActivityPage>('/activity?subject=aboutFeature2&limit=3', { token })).body;
    expect(data.map(({ kind, subject }) => [kind, subject.id])).toEqual(
      ['image.restored', 'image.removed', 'image.replaced'].map((kind) => [kind, 'aboutFeature2']),
    );
  });

  it('notify the admin whose image another one changed, and nobody of their own changes', async () => {
    const [one, other] = [await server.newAdmin(), await server.newAdmin()];
    await upload('aboutFeature3', { as: one.tokens.accessToken });
    await upload('aboutFeature3', { as: one.tokens.accessToken });
    await remove('aboutFeature3', { as: other.tokens.accessToken });
    const told = async ({ tokens }: typeof one) => v.parse(NotificationsPage, (await server.get('/notifications', { token: tokens.accessToken })).body).data;
    const [notification, ...more] = await told(one);
    expect(more).toEqual([]);
    expect(notification && notificationContent(notification)).toEqual({
      type: 'image.changed',
      data: { page: 'about', slot: 'aboutFeature3', change: 'removed', actorName: other.user.name },
    });
    expect(await told(other)).toEqual([]);
  });
});
