import { Injectable } from '@nestjs/common';
import type { Id } from '#contract/primitives';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import type { Transaction } from '../database/driver';
import { refreshTokens, sessions, type SessionRow } from '../database/schema';
import { ApiException } from '../http/api-exception';
import type { AccountKind } from './account';
import { Accounts } from './accounts';
import { hashRefreshToken } from './refresh-tokens';
import { Sessions, type OpenSession } from './sessions';

/** What a refresh token is good for: staying signed in, and signing out. For admins and users alike. */
@Injectable()
export class SessionRenewal {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /**
   * Trades a refresh token for the next one. Each is good once: if a used one comes back, two parties hold it and one of them
   * stole it, so the whole session ends. Tabs of one browser take turns (a Web Lock). Only who lost the answer on the way may
   * ask again: by naming the same `attempt`, as long as nobody used the token that was lost.
   *
   * @throws ApiException 401: UNAUTHENTICATED (unknown or run out), SESSION_REVOKED, ACCOUNT_BANNED.
   */
  async renew(kind: AccountKind, refreshToken: string, attempt: Id | undefined): Promise<OpenSession> {
    const outcome = await this.database.transaction((tx) => this.rotate(tx, kind, refreshToken, attempt));
    if (outcome instanceof ApiException) throw outcome;
    return outcome;
  }

  /** Ends the session a refresh token belongs to; a token of none is no error. */
  async signOut(kind: AccountKind, refreshToken: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const found = await this.find(tx, kind, refreshToken);
      if (found !== undefined) await this.sessions.revoke(tx, kind, found.session.accountId, found.session.id);
    });
  }

  /** Returns refusals instead of throwing them: what they did must be committed. */
  private async rotate(tx: Transaction, kind: AccountKind, refreshToken: string, attempt: Id | undefined): Promise<OpenSession | ApiException> {
    const found = await this.find(tx, kind, refreshToken);
    if (found === undefined) return new ApiException('UNAUTHENTICATED', 'Sign in first');
    const { session } = found;
    if (!(await this.accounts.lockIfActive(tx, kind, session.accountId)))
      return new ApiException('ACCOUNT_BANNED', 'This account was banned or deleted', { status: 401 });
    if (session.revokedAt !== null) return new ApiException('SESSION_REVOKED', 'This session has ended');
    if (session.expiresAt <= this.clock.now()) return new ApiException('UNAUTHENTICATED', 'This session was not used for too long');
    if ((await this.spend(tx, found.tokenHash, attempt)) || (await this.takeBack(tx, session.id, found.tokenHash, attempt))) {
      return { session, refreshToken: await this.sessions.prolong(tx, session.id, found.tokenHash) };
    }
    await this.sessions.revoke(tx, kind, session.accountId, session.id);
    return new ApiException('SESSION_REVOKED', 'This refresh token was used before: the session has ended');
  }

  private async spend(tx: Transaction, tokenHash: string, attempt: Id | undefined): Promise<boolean> {
    const spent = await tx
      .update(refreshTokens)
      .set({ usedAt: this.clock.now(), usedIn: attempt ?? null })
      .where(and(eq(refreshTokens.tokenHash, tokenHash), isNull(refreshTokens.usedAt)))
      .returning({ tokenHash: refreshTokens.tokenHash });
    return spent.length === 1;
  }

  /** Takes back the token that was given for this one, if it was in the same attempt and nobody has used it. */
  private async takeBack(tx: Transaction, sessionId: Id, tokenHash: string, attempt: Id | undefined): Promise<boolean> {
    if (attempt === undefined) return false;
    const sameAttempt = tx
      .select({ tokenHash: refreshTokens.tokenHash })
      .from(refreshTokens)
      .where(and(eq(refreshTokens.tokenHash, tokenHash), eq(refreshTokens.usedIn, attempt)));
    const lost = await tx
      .delete(refreshTokens)
      .where(and(eq(refreshTokens.sessionId, sessionId), inArray(refreshTokens.replaces, sameAttempt), isNull(refreshTokens.usedAt)))
      .returning({ tokenHash: refreshTokens.tokenHash });
    return lost.length === 1;
  }

  private async find(tx: Transaction, kind: AccountKind, refreshToken: string): Promise<{ session: SessionRow; tokenHash: string } | undefined> {
    const [found] = await tx
      .select({ session: sessions, tokenHash: refreshTokens.tokenHash })
      .from(refreshTokens)
      .innerJoin(sessions, eq(sessions.id, refreshTokens.sessionId))
      .where(and(eq(refreshTokens.tokenHash, hashRefreshToken(refreshToken)), eq(sessions.accountKind, kind)));
    return found;
  }
}
