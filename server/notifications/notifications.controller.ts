import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { NotificationAnswer, NotificationsPage, NotificationsPageQuery } from '#contract/notifications';
import { Ok, type Id } from '#contract/primitives';
import { AdminOnly, CurrentAccount } from '../auth/access';
import type { Account } from '../auth/account';
import { IdParam } from '../http/id-param';
import { NotificationsService } from './notifications.service';

@ApiTags('notifications')
@ApiBearerAuth()
@AdminOnly()
@Controller('notifications')
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  /** A page of one's own: unread first, then newest first. */
  @Get()
  @ApiOkResponse({ standardSchema: NotificationsPage })
  list(@CurrentAccount() { id }: Account, @Query({ schema: NotificationsPageQuery }) query: NotificationsPageQuery): Promise<NotificationsPage> {
    return this.notifications.list(id, query);
  }

  @Post('read-all')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: Ok })
  async readAll(@CurrentAccount() { id }: Account): Promise<{ ok: true }> {
    await this.notifications.readAll(id);
    return { ok: true };
  }

  @Post(':id/read')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: NotificationAnswer })
  async read(@CurrentAccount() account: Account, @IdParam() id: Id): Promise<NotificationAnswer> {
    return { ok: true, notification: await this.notifications.read(account.id, id) };
  }
}
