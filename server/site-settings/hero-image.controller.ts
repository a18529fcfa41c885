import { Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { SiteImageAnswer } from '#contract/site-image-changes';
import { HERO_IMAGE, HeroImage } from '#contract/site-settings';
import { CurrentAccount, Public } from '../auth/access';
import type { Account } from '../auth/account';
import { IfMatch } from '../http/if-match';
import { Positioned } from '../stream/positioned';
import { UploadedImage } from '../uploads/image-upload';
import { SiteImageDirectory } from './site-image-directory';
import { SiteImagesService } from './site-images.service';
import { ChangesImage, UploadsImage } from './slot-images.controller';

/** The one image outside the pages' slots. */
@ApiTags('site-settings')
@ApiBearerAuth()
@Controller('site-settings/hero-image')
export class HeroImageController {
  constructor(
    private readonly images: SiteImagesService,
    private readonly directory: SiteImageDirectory,
  ) {}

  @Public()
  @Get()
  @ApiOkResponse({ standardSchema: HeroImage })
  async one(): Promise<Positioned<HeroImage>> {
    const { body, stream, position } = await this.directory.urls([HERO_IMAGE]);
    return new Positioned({ url: body[HERO_IMAGE] }, stream, position);
  }

  /** Shows another hero image. */
  @UploadsImage()
  @Post('upload')
  upload(
    @CurrentAccount() actor: Account,
    @IfMatch() version: string | undefined,
    @UploadedImage() image: Buffer | undefined,
  ): Promise<Positioned<SiteImageAnswer>> {
    return this.images.upload(actor, HERO_IMAGE, version, image);
  }

  @ChangesImage()
  @Delete()
  remove(@CurrentAccount() actor: Account, @IfMatch() version: string | undefined): Promise<Positioned<SiteImageAnswer>> {
    return this.images.remove(actor, HERO_IMAGE, version);
  }

  /** Takes back the last change, within the hour. */
  @ChangesImage()
  @Post('restore')
  restore(@CurrentAccount() actor: Account, @IfMatch() version: string | undefined): Promise<Positioned<SiteImageAnswer>> {
    return this.images.restore(actor, HERO_IMAGE, version);
  }
}
