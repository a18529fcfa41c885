import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { LANDING_SLOTS, LandingImages, type LandingSlot } from '#contract/site-settings';
import { Public } from '../auth/access';
import type { Positioned } from '../stream/positioned';
import { SiteImageDirectory } from './site-image-directory';
import { SiteImagesService } from './site-images.service';
import { SlotImagesController } from './slot-images.controller';

@ApiTags('site-settings')
@ApiBearerAuth()
@Controller('site-settings/landing-images')
export class LandingImagesController extends SlotImagesController<LandingSlot> {
  protected override readonly slots = LANDING_SLOTS;

  constructor(
    images: SiteImagesService,
    private readonly directory: SiteImageDirectory,
  ) {
    super(images);
  }

  /** The images of the landing page. */
  @Public()
  @Get()
  @ApiOkResponse({ standardSchema: LandingImages })
  all(): Promise<Positioned<LandingImages>> {
    return this.directory.urls(LANDING_SLOTS);
  }
}
