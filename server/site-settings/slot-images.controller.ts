import { applyDecorators, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse } from '@nestjs/swagger';
import { SiteImageAnswer } from '#contract/site-image-changes';
import type { SiteImageSlot } from '#contract/site-settings';
import { AdminOnly, CurrentAccount } from '../auth/access';
import type { Account } from '../auth/account';
import { ApiException } from '../http/api-exception';
import { IfMatch } from '../http/if-match';
import type { Positioned } from '../stream/positioned';
import { ImageUpload, UploadedImage } from '../uploads/image-upload';
import { SiteImagesService } from './site-images.service';

/** A change of an image: for admins, protected by `If-Match` where the caller says what it saw. */
export const ChangesImage = (): MethodDecorator =>
  applyDecorators(
    AdminOnly(),
    HttpCode(200),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'The quoted URL that the caller saw in the slot, "" for none: 409 STALE if it shows another.',
    }),
    ApiOkResponse({ standardSchema: SiteImageAnswer }),
  );

/** An upload of an image, as the multipart field `image`. */
export const UploadsImage = (): MethodDecorator =>
  applyDecorators(
    ChangesImage(),
    ImageUpload('image'),
    ApiBody({ schema: { type: 'object', required: ['image'], properties: { image: { type: 'string', format: 'binary' } } } }),
  );

/** What is done to the slots of one page of the site: the same for each. */
export abstract class SlotImagesController<TSlot extends SiteImageSlot> {
  protected abstract readonly slots: readonly TSlot[];

  constructor(private readonly images: SiteImagesService) {}

  /** Shows another image in a slot. */
  @UploadsImage()
  @Post(':slot/upload')
  upload(
    @CurrentAccount() actor: Account,
    @Param('slot') slot: string,
    @IfMatch() version: string | undefined,
    @UploadedImage() image: Buffer | undefined,
  ): Promise<Positioned<SiteImageAnswer>> {
    return this.images.upload(actor, this.known(slot), version, image);
  }

  /** Empties a slot. */
  @ChangesImage()
  @Delete(':slot')
  remove(@CurrentAccount() actor: Account, @Param('slot') slot: string, @IfMatch() version: string | undefined): Promise<Positioned<SiteImageAnswer>> {
    return this.images.remove(actor, this.known(slot), version);
  }

  /** Takes back the last change of a slot, within the hour. */
  @ChangesImage()
  @Post(':slot/restore')
  restore(@CurrentAccount() actor: Account, @Param('slot') slot: string, @IfMatch() version: string | undefined): Promise<Positioned<SiteImageAnswer>> {
    return this.images.restore(actor, this.known(slot), version);
  }

  private known(slot: string): TSlot {
    const found = this.slots.find((one) => one === slot);
    if (found === undefined) throw new ApiException('NOT_FOUND', 'There is no such slot');
    return found;
  }
}
