import { once } from 'node:events';
import { readdir, utimes } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { ErrorBody } from '#contract/errors';
import { imageTag } from '#contract/image-tag';
import { PHOTO_MAX_BYTES, type PublicUser, type UserAnswer } from '#contract/users';
import sharp from 'sharp';
import { Database } from '../database/database';
import { ErrorFilter } from '../http/error.filter';
import { connected, next } from '../testing/socket-states';
import { TestBucket } from '../testing/test-bucket';
import { TestServer } from '../testing/test-server';
import { DiskImageStore } from './disk-image-store';
import { ImageStore } from './image-store';
import { ImageSweeper, UNUSED_KEPT_MS } from './image-sweeper';

const picture = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 800, height: 600, channels: 3, background } })
    .png()
    .toBuffer();

describe("A user's photo", () => {
  let server: TestServer;
  let token: string;
  let user: PublicUser;
  beforeAll(async () => {
    server = await TestServer.start();
    token = (await server.signInAdmin()).tokens.accessToken;
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    ({ user } = await server.newUser());
  });

  const upload = (
    content: Uint8Array | string,
    {
      field = 'photo',
      name = 'me.png',
      type = 'image/png',
      as = token,
      seen,
    }: { field?: string; name?: string; type?: string; as?: string; seen?: string | null } = {},
  ) => {
    const body = new FormData();
    body.set(field, new Blob([typeof content === 'string' ? content : Uint8Array.from(content)], { type }), name);
    return server.post<UserAnswer & ErrorBody>(`/users/${user.id}/photo`, {
      token: as,
      body,
      ...(seen !== undefined && { headers: { 'If-Match': imageTag(seen) } }),
    });
  };
  /** What the server answers under the path of an image's URL. */
  const fetchImage = (url: string | null): Promise<Response> => fetch(server.url + new URL(url ?? '').pathname);
  const folder = () => server.application.get<DiskImageStore>(ImageStore).folder;

  it('is drawn anew, shown to admins at once, and served safely for ever', async () => {
    const socket = server.connect('/users', { token });
    await connected(socket);
    const event = next<PublicUser>(socket, 'users.updated');
    const { status, body, headers } = await upload(await picture('teal'));
    expect(status).toBe(200);
    expect(await event).toEqual(body.user);
    expect(headers.get('X-Stream-Position')).toMatch(/^users=/u);

    const image = await fetchImage(body.user.photoUrl);
    expect(image.status).toBe(200);
    const expected = {
      'Content-Type': 'image/webp',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Cross-Origin-Resource-Policy': 'same-site',
      'Content-Disposition': 'inline',
    };
    for (const [header, value] of Object.entries(expected)) expect(image.headers.get(header)).withContext(header).toBe(value);
    const { format, width, height } = await sharp(await image.arrayBuffer()).metadata();
    expect({ format, width, height }).toEqual({ format: 'webp', width: 512, height: 384 });
  });

  it('may be changed by the user itself, not by another', async () => {
    const [self, other] = [await server.newUser(), await server.newUser()];
    user = self.user;
    expect((await upload(await picture('red'), { as: self.tokens.accessToken })).status).toBe(200);
    expect((await upload(await picture('red'), { as: other.tokens.accessToken })).status).toBe(403);
  });

  it('is known by its content, whatever it calls itself', async () => {
    expect((await upload(await picture('navy'), { name: 'me.jpg', type: 'image/jpeg' })).status).toBe(200);
  });

  const LIES: Readonly<Record<string, string>> = {
    'a web page': '<!doctype html><script>alert(1)</script>',
    'an SVG': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    'a script behind the first letters of a GIF': 'GIF89a/*****/=1;alert(1)',
    nothing: '',
  };
  for (const [what, content] of Object.entries(LIES)) {
    it(`is refused when it says PNG and is ${what}`, async () => {
      const { status, body } = await upload(content);
      expect([status, body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    });
  }

  it('that its sender gives up half-way changes nothing, and is no failure of the server', async () => {
    const failures = spyOn(Logger.prototype, 'error');
    const answer = spyOn(ErrorFilter.prototype, 'answer').and.callThrough();
    const received = once(server.application.getHttpServer(), 'request');
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'multipart/form-data; boundary=part', 'Content-Length': 100_000 };
    const sending = request(`${server.url}/api/v1/users/${user.id}/photo`, { method: 'POST', headers }).on('error', () => undefined);
    sending.write('--part\r\nContent-Disposition: form-data; name="photo"; filename="me.png"\r\nContent-Type: image/png\r\n\r\nhalf');
    const [incoming] = (await received) as [IncomingMessage];
    await once(incoming, 'resume');
    sending.destroy();
    while (!answer.calls.any()) await setImmediate();
    expect(failures).not.toHaveBeenCalled();
    expect((await server.get<{ data: PublicUser }>(`/users/${user.id}`, { token })).body.data.photoUrl).toBeNull();
  });

  it('that its reader no longer waits for is closed, and is no failure of the server', async () => {
    const failures = spyOn(Logger.prototype, 'error');
    const { body } = await upload(await picture('teal'));
    const store = server.application.get<DiskImageStore>(ImageStore);
    const read = store.read.bind(store);
    const closed = new Promise<boolean>((resolve) => {
      spyOn(store, 'read').and.callFake(async (name) => {
        const image = await read(name);
        reading.destroy();
        await once(incoming.socket, 'close');
        image?.content.once('close', () => resolve(true));
        return image;
      });
    });
    const received = once(server.application.getHttpServer(), 'request');
    const reading = request(server.url + new URL(body.user.photoUrl ?? '').pathname).on('error', () => undefined);
    reading.end();
    const [incoming] = (await received) as [IncomingMessage];
    expect(await closed).toBeTrue();
    expect(failures).not.toHaveBeenCalled();
  });

  it('is refused above 5 MB, and above 25 million pixels however small the file', async () => {
    const heavy = await upload(new Uint8Array(PHOTO_MAX_BYTES + 1));
    expect([heavy.status, heavy.body.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    const wide = await upload(
      await sharp({ create: { width: 6000, height: 5000, channels: 3, background: 'teal' } })
        .png()
        .toBuffer(),
    );
    expect([wide.status, wide.body.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  it('is asked for by name when it is missing', async () => {
    const none = await server.post<ErrorBody>(`/users/${user.id}/photo`, { token, body: {} });
    expect([none.status, none.body.code, none.body.details?.[0]?.field]).toEqual([400, 'VALIDATION_FAILED', 'photo']);
    expect((await upload(await picture('teal'), { field: 'picture' })).status).toBe(400);
  });

  it('that somebody else has changed since the caller saw it is left as it is', async () => {
    const first = (await upload(await picture('teal'))).body.user;
    const stale = await upload(await picture('red'), { seen: null });
    expect([stale.status, stale.body.code, stale.body.current]).toEqual([409, 'STALE', first]);
    expect((await server.get<{ data: PublicUser }>(`/users/${user.id}`, { token })).body.data.photoUrl).toBe(first.photoUrl);
    expect((await upload(await picture('red'), { seen: first.photoUrl })).status).toBe(200);
  });

  it('cannot be given to nobody', async () => {
    user = { ...user, id: '01234567-89ab-4cde-8f01-23456789abcd' };
    expect((await upload(await picture('teal'))).status).toBe(404);
  });

  it('leads to no other file', async () => {
    const { body } = await upload(await picture('teal'));
    const { pathname } = new URL(body.user.photoUrl ?? '');
    const traversals = [
      '/uploads/',
      '/uploads/..%2f..%2fetc%2fpasswd',
      '/uploads/%2e%2e/api/v1/users',
      `${pathname}%00.png`,
      '/uploads/admin-password',
      pathname.replace(/\w{4}\.webp/u, 'zzzz.webp'),
    ];
    for (const path of traversals)
      expect((await fetch(server.url + path)).status)
        .withContext(path)
        .toBeGreaterThanOrEqual(400);
    expect((await fetch(`${server.url}/uploads/${'0'.repeat(64)}.webp`)).status).toBe(404);
  });

  it('is swept up an hour after the last who showed it', async () => {
    const other = (await server.newUser()).user;
    const first = (await upload(await picture('olive'))).body.user;
    user = other;
    await upload(await picture('olive'));
    user = first;
    await upload(await picture('plum'));
    const sweep = async (): Promise<string[]> => {
      const longAgo = new Date(server.clock.now().getTime() - UNUSED_KEPT_MS - 60_000);
      for (const name of await readdir(folder())) await utimes(join(folder(), name), longAgo, longAgo);
      await server.application.get(ImageSweeper).sweep();
      return readdir(folder());
    };
    const olive = first.photoUrl?.split('/').at(-1) ?? '';
    expect(await sweep()).toContain(olive);
    user = other;
    await upload(await picture('plum'));
    expect(await sweep()).not.toContain(olive);
  });

  it('is kept when the server has moved to another address', async () => {
    const { body } = await upload(await picture('gold'));
    const name = body.user.photoUrl?.split('/').at(-1) ?? '';
    const moved = new DiskImageStore(folder(), 'https://api.moien.lu/uploads/');
    const longAgo = new Date(server.clock.now().getTime() - UNUSED_KEPT_MS - 60_000);
    await utimes(join(folder(), name), longAgo, longAgo);
    await new ImageSweeper(server.application.get(Database), moved, server.clock).sweep();
    expect(await readdir(folder())).toContain(name);
  });
});

describe('With object storage, an image', () => {
  let bucket: TestBucket;
  let server: TestServer;
  let token: string;
  beforeAll(async () => {
    bucket = await TestBucket.start();
    server = await TestServer.start({ s3: bucket.config });
    token = (await server.signInAdmin()).tokens.accessToken;
  });
  afterAll(async () => {
    await server.stop();
    await bucket.stop();
  });

  it('is served from the bucket under our own address; while the bucket is away nothing changes, and all says so', async () => {
    const failures = spyOn(Logger.prototype, 'error');
    const { user } = await server.newUser();
    const change = async (background: string) => {
      const body = new FormData();
      body.set('photo', new Blob([Uint8Array.from(await picture(background))], { type: 'image/png' }), 'me.png');
      return server.post<UserAnswer & ErrorBody>(`/users/${user.id}/photo`, { token, body });
    };
    const { photoUrl } = (await change('teal')).body.user;
    const address = server.url + new URL(photoUrl ?? '').pathname;
    const image = await fetch(address);
    const [etag, length] = [image.headers.get('ETag') ?? '', Number(image.headers.get('Content-Length'))];
    expect([image.status, image.headers.get('Content-Type'), (await image.arrayBuffer()).byteLength]).toEqual([200, 'image/webp', length]);
    expect((await fetch(address, { headers: { 'If-None-Match': etag, 'Cache-Control': '' } })).status).toBe(304);

    await bucket.takeAway();
    const refused = await change('red');
    expect([refused.status, refused.body.code, refused.headers.get('Retry-After')]).toEqual([503, 'STORAGE_UNAVAILABLE', '10']);
    const unread = await fetch(address);
    expect([unread.status, unread.headers.get('Cache-Control')]).toEqual([503, jasmine.stringMatching(/no-/u)]);
    expect((await server.get<{ data: PublicUser }>(`/users/${user.id}`, { token })).body.data.photoUrl).toBe(photoUrl);
    expect(failures).toHaveBeenCalled();

    await bucket.bringBack();
    expect((await fetch(address)).status).toBe(200);
    expect((await change('red')).body.user.photoUrl).not.toBe(photoUrl);
  });
});
