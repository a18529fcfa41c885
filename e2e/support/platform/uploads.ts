import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { Refusal } from './refusal';
import type { Settings } from './options';

/** A file as multer hands it over. */
export interface UploadedFile {
  readonly mimetype: string;
  readonly buffer: Buffer;
}

export const CLOUDINARY = 'https://res.cloudinary.com/moien/image/upload';

/** The images that were sent here, each under an address of its own for good. */
export class Uploads {
  private readonly files = new Map<string, UploadedFile>();

  /** @param origin where the double listens. */
  constructor(
    private readonly settings: Settings,
    private readonly origin: () => string,
  ) {}

  /** @returns the image's address. @throws Refusal for what is no image. */
  keep(file: UploadedFile): string {
    if (!file.mimetype.startsWith('image/')) throw new Refusal(400, 'Only image files are allowed');
    const name = randomUUID();
    this.files.set(name, file);
    const { imageHost, publicOrigin = this.origin() } = this.settings.now;
    return imageHost === 'own' ? `${publicOrigin}/uploads/${name}` : `${CLOUDINARY}/v1/${name}.png`;
  }

  /** @returns an image by its address. */
  find(url: string): UploadedFile | undefined {
    return this.files.get(
      url
        .split('/')
        .at(-1)
        ?.replace(/\.png$/u, '') ?? '',
    );
  }

  readonly middleware: RequestHandler = (request, response, next) => {
    const file = request.path.startsWith('/uploads/') ? this.find(request.path) : undefined;
    if (file === undefined) next();
    else response.type(file.mimetype).send(file.buffer);
  };
}
