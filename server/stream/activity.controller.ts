import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ActivityPage, ActivityQuery } from '#contract/activity';
import { AdminOnly } from '../auth/access';
import { Database } from '../database/database';
import { EventHistory } from './event-history';
import { EventLog } from './event-log';
import { PositionedInAll } from './positioned';

@ApiTags('activity')
@ApiBearerAuth()
@Controller('activity')
export class ActivityController {
  constructor(
    private readonly database: Database,
    private readonly history: EventHistory,
    private readonly log: EventLog,
  ) {}

  /** The log for people: who did what to whom, newest first. */
  @AdminOnly()
  @Get()
  @ApiOkResponse({ standardSchema: ActivityPage })
  list(@Query({ schema: ActivityQuery }) query: ActivityQuery): Promise<PositionedInAll<ActivityPage>> {
    return this.database.snapshot(async (tx) => {
      const { data, nextCursor } = await this.history.activity(tx, query);
      return new PositionedInAll({ data, pagination: { limit: query.limit, nextCursor } }, await this.log.positions(tx));
    });
  }
}
