import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ABOUT_SLOTS, AboutImages, type AboutSlot } from '#contract/site-settings';
import { Public } from '../auth/access';
import type { Positioned } from '../stream/positioned';
import { SiteImageDirectory } from './site-image-directory';
import { SiteImagesService } from './site-images.service';
import { SlotImagesController } from './slot-images.controller';

@ApiTags('site-settings')
@ApiBearerAuth()
@Controller('site-settings/about-images')
export class AboutImagesController extends SlotImagesController<AboutSlot> {
  protected override readonly slots = ABOUT_SLOTS;

  constructor(
    images: SiteImagesService,
    private readonly directory: SiteImageDirectory,
  ) {
    super(images);
  }

  /** The images of the About page. */
  @Public()
  @Get()
  @ApiOkResponse({ standardSchema: AboutImages })
  all(): Promise<Positioned<AboutImages>> {
    return this.directory.urls(ABOUT_SLOTS);
  }
}
