import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { ActivityPage, ActivityQuery } from '#contract/activity';
import { AdminOnly } from '../auth/access';
import { EventHistory } from './event-history';

@Controller('activity')
export class ActivityController {
  constructor(private readonly history: EventHistory) {}

  /** The log for people: who did what to whom, newest first. */
  @AdminOnly()
  @Get()
  @ApiOkResponse({ standardSchema: ActivityPage })
  async list(@Query({ schema: ActivityQuery }) query: ActivityQuery): Promise<ActivityPage> {
    const { data, nextCursor } = await this.history.activity(query);
    return { data, pagination: { limit: query.limit, nextCursor } };
  }
}
