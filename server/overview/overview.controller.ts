import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Overview, SinceYouLeft } from '#contract/overview';
import { AdminOnly, CurrentAccount } from '../auth/access';
import type { Account } from '../auth/account';
import type { Positioned } from '../stream/positioned';
import { Absence } from './absence';
import { UserStatistics } from './user-statistics';

@ApiTags('overview')
@ApiBearerAuth()
@AdminOnly()
@Controller('overview')
export class OverviewController {
  constructor(
    private readonly statistics: UserStatistics,
    private readonly absence: Absence,
  ) {}

  /** Counts of users, and their registrations by day and country. */
  @Get()
  @ApiOkResponse({ standardSchema: Overview })
  overview(): Promise<Positioned<Overview>> {
    return this.statistics.overview();
  }

  /** What happened between one's previous session and the present one. */
  @Get('since-you-left')
  @ApiOkResponse({ standardSchema: SinceYouLeft })
  sinceYouLeft(@CurrentAccount() account: Account): Promise<SinceYouLeft> {
    return this.absence.of(account);
  }
}
