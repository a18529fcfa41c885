import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Me } from '#contract/auth';
import { CurrentAccount, SignedIn } from './access';
import type { Account } from './account';
import { Profiles } from './profiles';

/** Who the access token belongs to. */
@ApiTags('auth')
@ApiBearerAuth()
@Controller('auth/me')
export class MeController {
  constructor(private readonly profiles: Profiles) {}

  @SignedIn()
  @Get()
  @ApiOkResponse({ standardSchema: Me })
  async me(@CurrentAccount() { kind, id, sessionId }: Account): Promise<Me> {
    return kind === 'admin' ? { kind, user: await this.profiles.admin(id), sessionId } : { kind, user: await this.profiles.user(id), sessionId };
  }
}
