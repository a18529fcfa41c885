import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { ApiException } from '../http/api-exception';
import { AccessTokens, type AccessClaims } from './access-tokens';
import type { Account } from './account';
import { Accounts } from './accounts';

/** An account that may act now, and when its session ends. */
export interface Admission {
  readonly account: Account;
  readonly sessionEndsAt: Date;
}

/** Turns access tokens into accounts: for each request and each socket anew, so that a ban or a revocation counts at once. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws ApiException 401 with TOKEN_EXPIRED, UNAUTHENTICATED, ACCOUNT_BANNED (also when the account was deleted) or
   * SESSION_REVOKED (also when it ran out).
   */
  async admit(accessToken: string): Promise<Admission> {
    return this.confirm(await this.tokens.read(accessToken));
  }

  /** The same for claims that were read before. @throws ApiException ACCOUNT_BANNED or SESSION_REVOKED, 401. */
  async confirm(claims: AccessClaims): Promise<Admission> {
    const standing = await this.accounts.standing(claims);
    if (standing === undefined || standing.isBanned) throw new ApiException('ACCOUNT_BANNED', 'This account was banned or deleted', { status: 401 });
    const { name, sessionEndsAt, sessionRevokedAt } = standing;
    if (sessionEndsAt === null || sessionEndsAt <= this.clock.now() || sessionRevokedAt !== null)
      throw new ApiException('SESSION_REVOKED', 'This session has ended');
    return { account: { kind: claims.kind, id: claims.accountId, name, sessionId: claims.sessionId }, sessionEndsAt };
  }
}
