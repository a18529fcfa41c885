import { Injectable } from '@nestjs/common';
import { ImageStore } from './image-store';
import { reEncode } from './re-encode';

const PHOTO_MAX_SIDE = 512;

/** Portraits of users and admins. */
@Injectable()
export class Photos {
  constructor(private readonly store: ImageStore) {}

  /** Checks, draws anew and keeps a photo. @returns its URL. @throws ApiException as {@link reEncode}. */
  async keep(upload: Uint8Array): Promise<string> {
    return this.store.put(await reEncode(upload, PHOTO_MAX_SIDE));
  }
}
