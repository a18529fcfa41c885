import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';

/** An image that was kept. Whoever asks for it reads `content` to its end, or destroys it. */
export interface KeptImage {
  /** In bytes. */
  readonly size: number;
  readonly content: Readable;
}

/**
 * Where uploaded images live: on disk, or in a bucket.
 * An image's name is made from its content (64 hexadecimal digits and `.webp`): a name always means the same bytes and may
 * be cached for ever. Whoever stores a URL is found again by its last {@link IMAGE_NAME_LENGTH} characters, whatever host it named.
 *
 * Each method rejects with ApiException `STORAGE_UNAVAILABLE` when a store somewhere else does not answer.
 */
export abstract class ImageStore {
  /** Keeps the image; keeping the same bytes twice is one image, as young as the last time. @returns its absolute URL. */
  abstract put(webp: Buffer): Promise<string>;

  /** @param name as {@link isImageName} knows them. @returns undefined where there is none. */
  abstract read(name: string): Promise<KeptImage | undefined>;

  /** Names of images last kept before `moment`, a bounded number at a time. */
  abstract olderThan(moment: Date): AsyncIterable<readonly string[]>;

  /** Forgets an image, unless it was kept again after `moment`. One that is gone already is no error. */
  abstract remove(name: string, moment: Date): Promise<void>;
}

const IMAGE = /^[0-9a-f]{64}\.webp$/u;
export const IMAGE_NAME_LENGTH = 69;

/** Whether it is the name of an image; nothing else beside the images, and nothing outside, is anyone's to read. */
export function isImageName(name: string): boolean {
  return IMAGE.test(name);
}

/** The name of an image with this content. */
export function imageName(webp: Buffer): string {
  return `${createHash('sha256').update(webp).digest('hex')}.webp`;
}
