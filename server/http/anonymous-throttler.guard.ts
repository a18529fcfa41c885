import { Inject, Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { InjectThrottlerOptions, InjectThrottlerStorage, ThrottlerGuard, type ThrottlerModuleOptions, ThrottlerStorage } from '@nestjs/throttler';
import type { Request } from 'express';
import { AccessTokens } from '../auth/access-tokens';

/** Limits how much one address may ask for, over all routes together, without a genuine access token. */
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

  protected override generateKey(_context: ExecutionContext, address: string): string {
    return address;
  }
}
