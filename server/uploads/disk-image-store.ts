import { randomUUID } from 'node:crypto';
import { mkdir, open, opendir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { imageName, ImageStore, isImageName, type KeptImage } from './image-store';

const DRAFT = /^[0-9a-f-]{36}\.draft$/u;
const BATCH = 500;

/** Images as files named by the SHA-256 of their content, in one folder. Several server processes share it. */
export class DiskImageStore extends ImageStore {
  /**
   * @param folder absolute; made when first needed.
   * @param baseUrl what a file's name is appended to, with a slash at the end.
   */
  constructor(
    readonly folder: string,
    private readonly baseUrl: string,
  ) {
    super();
  }

  async put(webp: Buffer): Promise<string> {
    const name = imageName(webp);
    await mkdir(this.folder, { recursive: true });
    // Written aside, then renamed: a reader, or a crash, never meets half a file. Doing so anew also makes a known image young.
    const draft = join(this.folder, `${randomUUID()}.draft`);
    await writeFile(draft, webp, { flag: 'wx' });
    await rename(draft, join(this.folder, name));
    return this.baseUrl + name;
  }

  async read(name: string): Promise<KeptImage | undefined> {
    const file = await open(join(this.folder, name)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    });
    return file && { size: (await file.stat()).size, content: file.createReadStream() };
  }

  /** Drafts that a crash left behind are among them. */
  async *olderThan(moment: Date): AsyncIterable<readonly string[]> {
    await mkdir(this.folder, { recursive: true });
    let batch: string[] = [];
    for await (const { name } of await opendir(this.folder)) {
      if (!(await this.isOlder(name, moment))) continue;
      batch.push(name);
      if (batch.length === BATCH) {
        yield batch;
        batch = [];
      }
    }
    if (batch.length > 0) yield batch;
  }

  async remove(name: string, moment: Date): Promise<void> {
    if (await this.isOlder(name, moment)) await rm(join(this.folder, name), { force: true });
  }

  private async isOlder(name: string, moment: Date): Promise<boolean> {
    if (!isImageName(name) && !DRAFT.test(name)) return false;
    const found = await stat(join(this.folder, name)).catch(() => undefined);
    return found !== undefined && found.mtime < moment;
  }
}
