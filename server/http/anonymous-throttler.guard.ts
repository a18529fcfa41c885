import { Inject, Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  InjectThrottlerOptions,
  InjectThrottlerStorage,
  ThrottlerGuard,
  type ThrottlerLimitDetail,
  type ThrottlerModuleOptions,
  ThrottlerStorage,
} from '@nestjs/throttler';
import type { Request } from 'express';
import { AccessTokens } from '../auth/access-tokens';
import { ApiException } from './api-exception';

/**
 * Limits how much one address may ask for without a genuine access token: over all routes together, and less of what leaves
 * something with us.
 */
@Injectable()
export class AnonymousThrottlerGuard extends ThrottlerGuard {
  constructor(
    @InjectThrottlerOptions() options: ThrottlerModuleOptions,
    @InjectThrottlerStorage() storage: ThrottlerStorage,
    @Inject(Reflector) reflector: Reflector,
    private readonly tokens: AccessTokens,
  ) {
    super(options, storage, reflector);
  }

  protected override async shouldSkip(context: ExecutionContext): Promise<boolean> {
    const { authorization = '' } = context.switchToHttp().getRequest<Request>().headers;
    return this.tokens.read(authorization.replace(/^Bearer +/iu, '')).then(
      () => true,
      () => false,
    );
  }

  protected override generateKey(_context: ExecutionContext, address: string, limit: string): string {
    return `${limit}:${address}`;
  }

  protected override throwThrottlingException(_context: ExecutionContext, { timeToBlockExpire }: ThrottlerLimitDetail): Promise<void> {
    throw new ApiException('TOO_MANY_REQUESTS', 'Too many requests: wait a little, or sign in', { retryAfter: timeToBlockExpire });
  }
}
