import { Injectable } from '@nestjs/common';
import type { SiteImage, SiteImageAnswer } from '#contract/site-image-changes';
import { SITE_IMAGE_FRAMES } from '#contract/site-image-slots';
import type { SiteImageSlot } from '#contract/site-settings';
import type { Account } from '../auth/account';
import { ApiException } from '../http/api-exception';
import { Positioned } from '../stream/positioned';
import { SiteImageChanges, type SiteImageChange } from './site-image-changes';
import { SiteImageUploads } from './site-image-uploads';

/** What admins do to the images of the site. `version` as in {@link SiteImageChange}. */
@Injectable()
export class SiteImagesService {
  constructor(
    private readonly uploads: SiteImageUploads,
    private readonly changes: SiteImageChanges,
  ) {}

  /** @throws ApiException VALIDATION_FAILED, UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE or STALE. */
  async upload(actor: Account, slot: SiteImageSlot, version: string | undefined, image: Buffer | undefined): Promise<Positioned<SiteImageAnswer>> {
    return answer(await this.changes.set(changeOf(actor, slot, version), await this.uploads.keep(image)));
  }

  /** Removing an image that is not there is no error. @throws ApiException STALE. */
  async remove(actor: Account, slot: SiteImageSlot, version: string | undefined): Promise<Positioned<SiteImageAnswer>> {
    return answer(await this.changes.set(changeOf(actor, slot, version), null));
  }

  /** @throws ApiException NOTHING_TO_RESTORE or STALE. */
  async restore(actor: Account, slot: SiteImageSlot, version: string | undefined): Promise<Positioned<SiteImageAnswer>> {
    return answer(await this.changes.restore(changeOf(actor, slot, version)));
  }
}

function changeOf(actor: Account, slot: SiteImageSlot, version: string | undefined): SiteImageChange {
  const frame = SITE_IMAGE_FRAMES.find((one) => one.slot === slot);
  if (frame === undefined) throw new ApiException('NOT_FOUND', 'There is no such slot');
  return { actor, frame, version };
}

function answer({ body, stream, position }: Positioned<SiteImage>): Positioned<SiteImageAnswer> {
  return new Positioned({ ok: true, ...body }, stream, position);
}
