import { Injectable } from '@nestjs/common';
import { ApiException } from '../http/api-exception';
import { ImageStore } from '../uploads/image-store';
import { reEncode } from '../uploads/re-encode';

/** Wider than the widest frame of the site. */
const MAX_SIDE = 2560;

/** Images of the site, as admins send them. */
@Injectable()
export class SiteImageUploads {
  constructor(private readonly store: ImageStore) {}

  /** Checks, draws anew and keeps an image. @returns its URL. @throws ApiException VALIDATION_FAILED without one, or as {@link reEncode}. */
  async keep(upload: Buffer | undefined): Promise<string> {
    if (upload === undefined) {
      throw new ApiException('VALIDATION_FAILED', 'Send the image as the multipart field "image"', {
        details: [{ field: 'image', code: 'required', message: 'is missing' }],
      });
    }
    return this.store.put(await reEncode(upload, MAX_SIDE));
  }
}
