import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Id } from '#contract/primitives';
import { ServerKeys } from '../auth/server-keys';
import { ApiException } from '../http/api-exception';

/**
 * What proves that somebody is the partner of a request: an HMAC over its id. It is the same in every mail about that request, needs no
 * table, and opens nothing any more once the request is deleted.
 */
@Injectable()
export class ReplyTokens implements OnModuleInit {
  private secret = '';

  constructor(private readonly keys: ServerKeys) {}

  async onModuleInit(): Promise<void> {
    this.secret = await this.keys.secret('partner-reply');
  }

  of(requestId: Id): string {
    return createHmac('sha256', this.secret).update(requestId).digest('base64url');
  }

  /** @throws ApiException CODE_INVALID when `token` is not the request's. */
  check(requestId: Id, token: string): void {
    const [given, right] = [Buffer.from(token), Buffer.from(this.of(requestId))];
    if (given.length !== right.length || !timingSafeEqual(given, right))
      throw new ApiException('CODE_INVALID', 'This is not the code from the mail about this request');
  }
}
