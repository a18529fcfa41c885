import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { MailModule } from '../mail/mail.module';
import { NotificationsModule } from '../notifications/notifications.module';
import { UploadsModule } from '../uploads/uploads.module';
import { PartnerChanges } from './partner-changes';
import { PartnerDecisions } from './partner-decisions';
import { PartnerDirectory } from './partner-directory';
import { PartnerMail } from './partner-mail';
import { PartnerNotices } from './partner-notices';
import { PartnerPlacesGateway } from './partner-places.gateway';
import { PartnerRequestsController } from './partner-requests.controller';
import { PartnerSideController } from './partner-side.controller';
import { PartnerSide } from './partner-side';
import { PlaceImages } from './place-images';
import { ReplyTokens } from './reply-tokens';

/** Places that want to become partners: their requests, the thread with them, and what we decide. */
@Module({
  imports: [AuthModule, MailModule, NotificationsModule, UploadsModule],
  controllers: [PartnerRequestsController, PartnerSideController],
  providers: [PartnerChanges, PartnerDecisions, PartnerDirectory, PartnerMail, PartnerNotices, PartnerPlacesGateway, PartnerSide, PlaceImages, ReplyTokens],
})
export class PartnerPlacesModule {}
