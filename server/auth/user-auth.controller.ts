import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Login, RefreshAnswer, RefreshRequest, UserLoginAnswer } from '#contract/auth';
import { ApiException } from '../http/api-exception';
import { Public } from './access';
import { AccessTokens } from './access-tokens';
import { Profiles } from './profiles';
import { deviceOf } from './request-device';
import { SessionRenewal } from './session-renewal';
import { SignIn } from './sign-in';

/** Signing users in: the platform's apps, which hold their refresh token themselves. */
@ApiTags('auth')
@Public()
@Controller('auth/user')
export class UserAuthController {
  constructor(
    private readonly signIn: SignIn,
    private readonly renewal: SessionRenewal,
    private readonly profiles: Profiles,
    private readonly tokens: AccessTokens,
  ) {}

  @Post('login')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: UserLoginAnswer })
  async login(@Body({ schema: Login }) login: Login, @Req() request: Request): Promise<UserLoginAnswer> {
    const opened = await this.signIn.withPassword('user', login, deviceOf(request));
    const user = await this.profiles.user(opened.session.accountId);
    return { ok: true, user, tokens: { ...(await this.tokens.issueFor(opened.session)), refreshToken: opened.refreshToken } };
  }

  @Post('refresh')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: RefreshAnswer })
  async refresh(@Body({ schema: RefreshRequest }) { refreshToken, attempt }: RefreshRequest): Promise<RefreshAnswer> {
    if (refreshToken === undefined) throw new ApiException('UNAUTHENTICATED', 'Sign in first');
    const opened = await this.renewal.renew('user', refreshToken, attempt);
    return { ok: true, tokens: { ...(await this.tokens.issueFor(opened.session)), refreshToken: opened.refreshToken } };
  }

  @Post('logout')
  @HttpCode(200)
  async logout(@Body({ schema: RefreshRequest }) { refreshToken }: RefreshRequest): Promise<{ ok: true }> {
    if (refreshToken !== undefined) await this.renewal.signOut('user', refreshToken);
    return { ok: true };
  }
}
