import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications/notifications.module';
import { UploadsModule } from '../uploads/uploads.module';
import { AboutImagesController } from './about-images.controller';
import { HeroImageController } from './hero-image.controller';
import { LandingImagesController } from './landing-images.controller';
import { SiteImageChanges } from './site-image-changes';
import { SiteImageDirectory } from './site-image-directory';
import { SiteImageNotices } from './site-image-notices';
import { SiteImageUploads } from './site-image-uploads';
import { SiteImagesController } from './site-images.controller';
import { SiteImagesService } from './site-images.service';
import { SiteSettingsGateway } from './site-settings.gateway';

@Module({
  imports: [NotificationsModule, UploadsModule],
  controllers: [HeroImageController, LandingImagesController, AboutImagesController, SiteImagesController],
  providers: [SiteSettingsGateway, SiteImageDirectory, SiteImageChanges, SiteImageNotices, SiteImageUploads, SiteImagesService],
})
export class SiteSettingsModule {}
