import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SessionList } from '#contract/auth';
import type { Id } from '#contract/primitives';
import { Database } from '../database/database';
import { ApiException } from '../http/api-exception';
import { IdParam } from '../http/id-param';
import { AdminOnly, CurrentAccount } from './access';
import type { Account } from './account';
import { Sessions } from './sessions';

/** An admin's own sign-ins, on all devices. */
@ApiTags('auth')
@ApiBearerAuth()
@AdminOnly()
@Controller('auth/admin/sessions')
export class AdminSessionsController {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: SessionList })
  async list(@CurrentAccount() account: Account): Promise<SessionList> {
    return { data: await this.sessions.list(account) };
  }

  /** Signs that device out at once: its sockets end, its tokens are refused. The caller's own session may be ended too. */
  @Post(':id/revoke')
  @HttpCode(200)
  async revoke(@CurrentAccount() { kind, id: accountId }: Account, @IdParam() id: Id): Promise<{ ok: true }> {
    const revoked = await this.database.transaction((tx) => this.sessions.revoke(tx, kind, accountId, id));
    if (!revoked) throw new ApiException('NOT_FOUND', 'You have no such session');
    return { ok: true };
  }
}
