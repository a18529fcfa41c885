import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SiteImageList } from '#contract/site-image-changes';
import { AdminOnly } from '../auth/access';
import type { Positioned } from '../stream/positioned';
import { SiteImageDirectory } from './site-image-directory';

@ApiTags('site-settings')
@ApiBearerAuth()
@Controller('site-settings/images')
export class SiteImagesController {
  constructor(private readonly directory: SiteImageDirectory) {}

  /** All slots, with who changed them last, when, and until when that can be taken back. */
  @AdminOnly()
  @Get()
  @ApiOkResponse({ standardSchema: SiteImageList })
  list(): Promise<Positioned<SiteImageList>> {
    return this.directory.list();
  }
}
