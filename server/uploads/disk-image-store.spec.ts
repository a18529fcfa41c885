import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskImageStore } from './disk-image-store';

describe('DiskImageStore', () => {
  let folder: string;
  let store: DiskImageStore;
  const long = new Date(Date.now() - 100_000);
  const moment = new Date(Date.now() - 50_000);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'moien-spec-'));
    store = new DiskImageStore(join(folder, 'uploads'), 'http://localhost:3000/uploads/');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const namesOlder = async (): Promise<string[]> => {
    const found: string[] = [];
    for await (const names of store.olderThan(moment)) found.push(...names);
    return found;
  };
  const nameOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

  it('names an image by its content: the same bytes are one file', async () => {
    const [first, again, other] = [await store.put(Buffer.from('a')), await store.put(Buffer.from('a')), await store.put(Buffer.from('b'))];
    expect(first).toMatch(/^http:\/\/localhost:3000\/uploads\/[0-9a-f]{64}\.webp$/u);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect((await readdir(store.folder)).length).toBe(2);
    expect(await readFile(join(store.folder, nameOf(first)), 'utf8')).toBe('a');
  });

  it('knows an image by its name, and nothing else', () => {
    expect(DiskImageStore.isName(`${'0'.repeat(64)}.webp`)).toBeTrue();
    for (const name of ['../secret', '..%2fsecret', `${'0'.repeat(64)}.webp/..`, `${'0'.repeat(64)}.webp\n`, 'admin-password', ''])
      expect(DiskImageStore.isName(name)).withContext(name).toBeFalse();
  });

  it('lists only images of before a moment, and drafts that a crash left', async () => {
    const old = nameOf(await store.put(Buffer.from('old')));
    await store.put(Buffer.from('young'));
    const draft = '01234567-89ab-4cde-8f01-23456789abcd.draft';
    await writeFile(join(store.folder, draft), '');
    await writeFile(join(store.folder, 'README'), '');
    for (const name of [old, draft, 'README']) await utimes(join(store.folder, name), long, long);
    expect((await namesOlder()).sort()).toEqual([old, draft].sort());
  });

  it('removes an image, but not one that was kept again since', async () => {
    const name = nameOf(await store.put(Buffer.from('a')));
    await utimes(join(store.folder, name), long, long);
    await store.put(Buffer.from('a'));
    await store.remove(name, moment);
    expect(await readdir(store.folder)).toEqual([name]);
    await utimes(join(store.folder, name), long, long);
    await store.remove(name, moment);
    await store.remove(name, moment);
    expect(await readdir(store.folder)).toEqual([]);
  });

  it('finds nothing where nothing was ever kept', async () => {
    expect(await namesOlder()).toEqual([]);
  });
});
