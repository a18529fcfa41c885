import { Injectable } from '@nestjs/common';
import { JwtService, TokenExpiredError } from '@nestjs/jwt';
import * as v from 'valibot';
import { Id } from '#contract/primitives';
import { Clock } from '../clock/clock';
import type { SessionRow } from '../database/schema';
import { ApiException } from '../http/api-exception';
import type { AccountKind } from './account';

/** Short, because what a token says is believed until it expires; whether its account still stands is asked each time. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

const Claims = v.object({ sub: Id, kind: v.picklist(['admin', 'user']), sid: Id });

/** Whose token it is, and of which sign-in. */
export interface AccessClaims {
  readonly kind: AccountKind;
  readonly accountId: Id;
  readonly sessionId: Id;
}

/** Access tokens: JWTs, HS256, with the claims `sub`, `kind`, `sid`, `iat`, `exp`. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly clock: Clock,
  ) {}

  /** @returns an access token for a session, and the seconds it is good for. */
  async issueFor({ id, accountKind, accountId }: SessionRow): Promise<{ readonly accessToken: string; readonly expiresIn: number }> {
    const iat = this.seconds();
    const accessToken = await this.jwt.signAsync({ sub: accountId, kind: accountKind, sid: id, iat, exp: iat + ACCESS_TOKEN_SECONDS });
    return { accessToken, expiresIn: ACCESS_TOKEN_SECONDS };
  }

  /**
   * @returns what a genuine token says.
   * @throws ApiException TOKEN_EXPIRED when it was genuine, UNAUTHENTICATED when it is none of ours.
   */
  async read(token: string): Promise<AccessClaims> {
    try {
      const { sub, kind, sid } = v.parse(Claims, await this.jwt.verifyAsync(token, { algorithms: ['HS256'], clockTimestamp: this.seconds() }));
      return { kind, accountId: sub, sessionId: sid };
    } catch (error) {
      if (error instanceof TokenExpiredError) throw new ApiException('TOKEN_EXPIRED', 'The access token has expired');
      throw new ApiException('UNAUTHENTICATED', 'Sign in first');
    }
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}
