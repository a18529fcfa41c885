import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Id } from '#contract/primitives';
import { ConfirmEmail, ConfirmPhone, UserAnswer } from '#contract/users';
import { CurrentAccount, SelfOnly } from '../auth/access';
import type { Account } from '../auth/account';
import { IdParam } from '../http/id-param';
import type { Positioned } from '../stream/positioned';
import { answerWithUser } from './user-answer';
import { Verification } from './verification';

/** Users prove their e-mail address and phone number themselves: nobody else may. */
@ApiTags('users')
@ApiBearerAuth()
@SelfOnly('id')
@Controller('users/:id')
export class VerificationController {
  constructor(private readonly verification: Verification) {}

  @Post('email/verify/send')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: UserAnswer })
  async sendToEmail(@IdParam() id: Id): Promise<UserAnswer> {
    return { ok: true, user: await this.verification.send(id, 'email') };
  }

  @Post('email/verify/confirm')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: UserAnswer })
  async confirmEmail(@CurrentAccount() account: Account, @Body({ schema: ConfirmEmail }) { code }: { code: string }): Promise<Positioned<UserAnswer>> {
    return answerWithUser(await this.verification.confirm(account, 'email', code));
  }

  @Post('phone/verify/send')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: UserAnswer })
  async sendToPhone(@IdParam() id: Id): Promise<UserAnswer> {
    return { ok: true, user: await this.verification.send(id, 'phone') };
  }

  @Post('phone/verify/confirm')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: UserAnswer })
  async confirmPhone(@CurrentAccount() account: Account, @Body({ schema: ConfirmPhone }) { code }: { code: string }): Promise<Positioned<UserAnswer>> {
    return answerWithUser(await this.verification.confirm(account, 'phone', code));
  }
}
