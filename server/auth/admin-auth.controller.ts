import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import * as v from 'valibot';
import { AdminLoginAnswer, Login, RefreshAnswer, RefreshRequest, type Tokens } from '#contract/auth';
import { ApiException } from '../http/api-exception';
import { Public } from './access';
import { AccessTokens } from './access-tokens';
import { Profiles } from './profiles';
import { RefreshCookie } from './refresh-cookie';
import { deviceOf } from './request-device';
import type { OpenSession } from './sessions';
import { SessionRenewal } from './session-renewal';
import { SignIn } from './sign-in';

/** Signing admins in. The refresh token goes out in the body, or as a cookie to those who ask for that. */
@ApiTags('auth')
@Public()
@Controller('auth/admin')
export class AdminAuthController {
  constructor(
    private readonly signIn: SignIn,
    private readonly renewal: SessionRenewal,
    private readonly profiles: Profiles,
    private readonly tokens: AccessTokens,
    private readonly cookie: RefreshCookie,
  ) {}

  @Post('login')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: AdminLoginAnswer })
  async login(@Body({ schema: Login }) login: Login, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<AdminLoginAnswer> {
    const opened = await this.signIn.withPassword('admin', login, deviceOf(request));
    return { ok: true, user: await this.profiles.admin(opened.session.accountId), tokens: await this.hand(opened, request, response) };
  }

  @Post('refresh')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: RefreshAnswer })
  async refresh(
    @Body({ schema: v.optional(RefreshRequest, {}) }) body: RefreshRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RefreshAnswer> {
    const token = this.tokenOf(body, request);
    if (token === undefined) throw new ApiException('UNAUTHENTICATED', 'Sign in first');
    return { ok: true, tokens: await this.hand(await this.renewal.renew('admin', token, body.attempt), request, response) };
  }

  @Post('logout')
  @HttpCode(200)
  async logout(
    @Body({ schema: v.optional(RefreshRequest, {}) }) body: RefreshRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ ok: true }> {
    const token = this.tokenOf(body, request);
    if (this.cookie.isWanted(request)) this.cookie.clear(response);
    if (token !== undefined) await this.renewal.signOut('admin', token);
    return { ok: true };
  }

  private tokenOf(body: RefreshRequest, request: Request): string | undefined {
    return body.refreshToken ?? (this.cookie.isWanted(request) ? this.cookie.read(request) : undefined);
  }

  private async hand(opened: OpenSession, request: Request, response: Response): Promise<Tokens> {
    const tokens = await this.tokens.issueFor(opened.session);
    if (!this.cookie.isWanted(request)) return { ...tokens, refreshToken: opened.refreshToken };
    this.cookie.write(response, opened.refreshToken);
    return tokens;
  }
}
