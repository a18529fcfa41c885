import { Module } from '@nestjs/common';
import { NotificationRetention } from './notification-retention';
import { NotificationWriter } from './notification-writer';
import { NotificationsController } from './notifications.controller';
import { NotificationsGateway } from './notifications.gateway';
import { NotificationsService } from './notifications.service';

/** What admins are told, and what they have read of it. Other modules tell by {@link NotificationWriter}. */
@Module({
  controllers: [NotificationsController],
  providers: [NotificationsGateway, NotificationsService, NotificationRetention, NotificationWriter],
  exports: [NotificationWriter],
})
export class NotificationsModule {}
