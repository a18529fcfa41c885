import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ActivityPage, ActivityQuery } from '#contract/activity';
import { AdminOnly } from '../auth/access';
import { Database } from '../database/database';
import { ActivityRecord } from './activity-record';
import { EventLog } from './event-log';
import { PositionedInAll } from './positioned';

@ApiTags('activity')
@ApiBearerAuth()
@Controller('activity')
export class ActivityController {
  constructor(
    private readonly database: Database,
    private readonly record: ActivityRecord,
    private readonly log: EventLog,
  ) {}

  /** The record for people: who did what to whom, newest first. */
  @AdminOnly()
  @Get()
  @ApiOkResponse({ standardSchema: ActivityPage })
  list(@Query({ schema: ActivityQuery }) query: ActivityQuery): Promise<PositionedInAll<ActivityPage>> {
    return this.database.snapshot(async (tx) => {
      const { data, nextCursor } = await this.record.page(tx, query);
      const recordBegins = await this.record.begins(tx);
      return new PositionedInAll({ data, pagination: { limit: query.limit, nextCursor }, recordBegins }, await this.log.positions(tx));
    });
  }
}
