import { Injectable } from '@nestjs/common';
import { ImageStore } from '../uploads/image-store';
import { reEncode } from '../uploads/re-encode';

const MAX_SIDE = 1600;

/** Pictures of places, as partners send them. */
@Injectable()
export class PlaceImages {
  constructor(private readonly store: ImageStore) {}

  /** Checks, draws anew and keeps a picture. @returns its URL; undefined when there is none. @throws ApiException as {@link reEncode}. */
  async keep(upload: Buffer | undefined): Promise<string | undefined> {
    return upload === undefined ? undefined : this.store.put(await reEncode(upload, MAX_SIDE));
  }
}
