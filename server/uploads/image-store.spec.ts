import { once } from 'node:events';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Logger } from '@nestjs/common';
import { StartupError } from '../config/startup-error';
import { ApiException } from '../http/api-exception';
import { TestBucket } from '../testing/test-bucket';
import { DiskImageStore } from './disk-image-store';
import { type ImageStore, isImageName } from './image-store';
import { S3ImageStore } from './s3-image-store';

const BASE_URL = 'http://localhost:3000/uploads/';
const NOBODYS = `${'0'.repeat(64)}.webp`;

/** A store of its own kind, and how a spec makes what is in it old. */
interface Kept {
  readonly store: ImageStore;
  readonly age: (name: string, moment: Date) => Promise<void>;
  readonly end: () => Promise<void>;
}
const onDisk = async (): Promise<Kept> => {
  const folder = await mkdtemp(join(tmpdir(), 'moien-spec-'));
  return {
    store: new DiskImageStore(join(folder, 'uploads'), BASE_URL),
    age: (name, moment) => utimes(join(folder, 'uploads', name), moment, moment),
    end: () => rm(folder, { recursive: true }),
  };
};
const inBucket = async (): Promise<Kept> => {
  const bucket = await TestBucket.start();
  const store = new S3ImageStore(bucket.config, BASE_URL);
  return {
    store,
    age: (name, moment) => bucket.age(`uploads/${name}`, moment),
    end: () => {
      store.close();
      return bucket.stop();
    },
  };
};

const long = new Date(Date.now() - 100_000);
const moment = new Date(Date.now() - 50_000);
const nameOf = (url: string): string => url.slice(BASE_URL.length);
const textOf = async (store: ImageStore, name: string): Promise<string | undefined> => {
  const kept = await store.read(name);
  if (!kept) return undefined;
  const content = await buffer(kept.content);
  expect(content.length).toBe(kept.size);
  return content.toString();
};
const namesOlder = async (store: ImageStore): Promise<string[]> => {
  const found: string[] = [];
  for await (const names of store.olderThan(moment)) found.push(...names);
  return found;
};

for (const [where, make] of Object.entries({ 'on disk': onDisk, 'in a bucket': inBucket })) {
  describe(`A store of images ${where}`, () => {
    let kept: Kept;
    let store: ImageStore;
    beforeEach(async () => {
      kept = await make();
      ({ store } = kept);
    });
    afterEach(() => kept.end());

    it('names an image by its content, gives it back byte by byte, and has no other', async () => {
      const [first, again, other] = [await store.put(Buffer.from('a')), await store.put(Buffer.from('a')), await store.put(Buffer.from('b'))];
      expect(first).toMatch(/^http:\/\/localhost:3000\/uploads\/[0-9a-f]{64}\.webp$/u);
      expect(again).toBe(first);
      expect(await textOf(store, nameOf(first))).toBe('a');
      expect(await textOf(store, nameOf(other))).toBe('b');
      expect(await store.read(NOBODYS)).toBeUndefined();
    });

    it('lists only images of before a moment', async () => {
      const old = nameOf(await store.put(Buffer.from('old')));
      await store.put(Buffer.from('young'));
      await kept.age(old, long);
      expect(await namesOlder(store)).toEqual([old]);
    });

    it('removes an image, but not one that was kept again since; one that is gone is no error', async () => {
      const name = nameOf(await store.put(Buffer.from('a')));
      await kept.age(name, long);
      await store.put(Buffer.from('a'));
      await store.remove(name, moment);
      expect(await textOf(store, name)).toBe('a');
      await kept.age(name, long);
      await store.remove(name, moment);
      await store.remove(name, moment);
      expect(await store.read(name)).toBeUndefined();
      expect(await namesOlder(store)).toEqual([]);
    });

    it('finds nothing where nothing was ever kept', async () => {
      expect(await namesOlder(store)).toEqual([]);
    });
  });
}

describe('A folder of images', () => {
  it('is rid of drafts that a crash left, and of nothing that is not its own', async () => {
    const { store, age, end } = await onDisk();
    const { folder } = store as DiskImageStore;
    await store.put(Buffer.from('young'));
    const draft = '01234567-89ab-4cde-8f01-23456789abcd.draft';
    for (const name of [draft, 'README']) {
      await writeFile(join(folder, name), '');
      await age(name, long);
    }
    expect(await namesOlder(store)).toEqual([draft]);
    await store.remove(draft, moment);
    await store.remove('README', moment);
    expect(await readdir(folder)).toEqual(jasmine.arrayWithExactContents(['README', jasmine.stringMatching(/\.webp$/u)]));
    await end();
  });
});

describe('A bucket of images', () => {
  let bucket: TestBucket;
  let store: S3ImageStore;
  let failures: jasmine.Spy;
  beforeEach(async () => {
    failures = spyOn(Logger.prototype, 'error');
    spyOn(Logger.prototype, 'warn');
    bucket = await TestBucket.start();
    store = new S3ImageStore(bucket.config, BASE_URL);
  });
  afterEach(async () => {
    store.close();
    await bucket.stop();
  });
  const refusal = (asked: Promise<unknown>): Promise<unknown> =>
    asked.then(
      () => undefined,
      (error: unknown) => (error instanceof ApiException ? { code: error.code, status: error.getStatus(), retryAfter: error.extras.retryAfter } : error),
    );
  const UNAVAILABLE = { code: 'STORAGE_UNAVAILABLE', status: 503, retryAfter: 10 };

  it('that cannot be reached refuses with a code and when to try again, and works again when it is back', async () => {
    const name = nameOf(await store.put(Buffer.from('a')));
    await bucket.takeAway();
    const asked = { put: store.put(Buffer.from('b')), read: store.read(name), list: namesOlder(store), remove: store.remove(name, moment) };
    const answers = await Promise.all(Object.entries(asked).map(async ([what, answer]) => ({ what, answer: await refusal(answer) })));
    for (const { what, answer } of answers) expect(answer).withContext(what).toEqual(UNAVAILABLE);
    expect(failures.calls.allArgs().join()).toContain('ECONNREFUSED');
    await expectAsync(store.check()).withContext('it may come back').toBeResolved();
    await bucket.bringBack();
    expect(await textOf(store, name)).toBe('a');
  });

  it('is told at the start that its keys are wrong, or that it does not exist', async () => {
    await expectAsync(store.check()).toBeResolved();
    for (const wrong of [{ secretAccessKey: 'guessed' }, { bucket: 'nobodys' }]) {
      const stranger = new S3ImageStore({ ...bucket.config, ...wrong }, BASE_URL);
      await expectAsync(stranger.check())
        .withContext(JSON.stringify(wrong))
        .toBeRejectedWithError(StartupError, /check the S3_ variables/u);
      expect(await refusal(stranger.put(Buffer.from('a')))).toEqual(UNAVAILABLE);
      expect(await refusal(stranger.read(NOBODYS))).toEqual(UNAVAILABLE);
      stranger.close();
    }
  });

  it('that takes the request and says nothing is given up', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const endpoint = `http://127.0.0.1:${String((silent.address() as AddressInfo).port)}`;
    const waiting = new S3ImageStore({ ...bucket.config, endpoint }, BASE_URL, { answerMs: 50 });
    expect(await refusal(waiting.put(Buffer.from('a')))).toEqual(UNAVAILABLE);
    waiting.close();
    silent.closeAllConnections();
    silent.close();
  });
});

describe('The name of an image', () => {
  it('is known, and no other name is', () => {
    expect(isImageName(NOBODYS)).toBeTrue();
    for (const name of ['../secret', '..%2fsecret', `${NOBODYS}/..`, `${NOBODYS}\n`, 'admin-password', ''])
      expect(isImageName(name)).withContext(name).toBeFalse();
  });
});
