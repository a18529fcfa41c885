/**
 * Where uploaded images live. The default keeps them on disk; object storage is another implementation of the same port.
 * An image's name is made from its content (64 hexadecimal digits and `.webp`): a name always means the same bytes and may
 * be cached for ever. Whoever stores a URL is found again by its last {@link IMAGE_NAME_LENGTH} characters, whatever host it named.
 */
export abstract class ImageStore {
  /** Keeps the image; keeping the same bytes twice is one image, as young as the last time. @returns its absolute URL. */
  abstract put(webp: Buffer): Promise<string>;

  /** Names of images last kept before `moment`, a bounded number at a time. */
  abstract olderThan(moment: Date): AsyncIterable<readonly string[]>;

  /** Forgets an image, unless it was kept again after `moment`. One that is gone already is no error. */
  abstract remove(name: string, moment: Date): Promise<void>;
}

export const IMAGE_NAME_LENGTH = 69;
