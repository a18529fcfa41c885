import { Injectable } from '@nestjs/common';
import type { Session } from '#contract/auth';
import { and, desc, eq, gt, inArray, isNull, lt } from 'drizzle-orm';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import type { Transaction } from '../database/driver';
import { refreshTokens, sessions, type SessionRow } from '../database/schema';
import { EventLog } from '../stream/event-log';
import type { Account, AccountKind } from './account';
import { hashRefreshToken, newRefreshToken } from './refresh-tokens';

/** A session ends when it was not used for so long. Each refresh prolongs it. */
export const SESSION_IDLE_MS = 7 * 24 * 60 * 60 * 1000;

/** How many sessions that ran out each new one clears away, so that none waits for long. */
const FORGOTTEN_AT_ONCE = 100;

/** A session, and the one refresh token that prolongs it. */
export interface OpenSession {
  readonly session: SessionRow;
  readonly refreshToken: string;
}

/** Sign-ins, from the first to the last. Ending one tells its sockets, in whichever server process, and closes them. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Opens a session for an account that `tx` keeps from being banned meanwhile. */
  async open(tx: Transaction, accountKind: AccountKind, accountId: string, device: string): Promise<OpenSession> {
    const now = this.clock.now();
    const over = tx.select({ id: sessions.id }).from(sessions).where(lt(sessions.expiresAt, now)).limit(FORGOTTEN_AT_ONCE).for('update', { skipLocked: true });
    await tx.delete(sessions).where(inArray(sessions.id, over));
    const [session] = await tx
      .insert(sessions)
      .values({ accountKind, accountId, device, createdAt: now, lastUsedAt: now, expiresAt: this.clock.in(SESSION_IDLE_MS) })
      .returning();
    if (session === undefined) throw new Error('The new session was not returned');
    return { session, refreshToken: await this.issueToken(tx, session.id, null) };
  }

  /** Prolongs a session and gives it its next refresh token. Those used longer ago than a session lasts unused are forgotten. */
  async prolong(tx: Transaction, sessionId: string, usedTokenHash: string): Promise<string> {
    await tx.delete(refreshTokens).where(and(eq(refreshTokens.sessionId, sessionId), lt(refreshTokens.usedAt, this.clock.in(-SESSION_IDLE_MS))));
    await tx
      .update(sessions)
      .set({ lastUsedAt: this.clock.now(), expiresAt: this.clock.in(SESSION_IDLE_MS) })
      .where(eq(sessions.id, sessionId));
    return this.issueToken(tx, sessionId, usedTokenHash);
  }

  /** @returns the account's sessions that still stand, last used first. */
  async list({ kind, id, sessionId }: Account): Promise<Session[]> {
    const rows = await this.database.db.select().from(sessions).where(this.standing(kind, id)).orderBy(desc(sessions.lastUsedAt), desc(sessions.id));
    return rows.map((row) => ({
      id: row.id,
      device: row.device,
      createdAt: row.createdAt.toISOString(),
      lastUsedAt: row.lastUsedAt.toISOString(),
      current: row.id === sessionId,
    }));
  }

  /** Ends one session of an account. @returns false when it has none of that id that still stands. */
  async revoke(tx: Transaction, kind: AccountKind, accountId: string, sessionId: string): Promise<boolean> {
    const at = this.clock.now();
    const ended = await tx
      .update(sessions)
      .set({ revokedAt: at })
      .where(and(this.standing(kind, accountId), eq(sessions.id, sessionId)))
      .returning({ id: sessions.id });
    if (ended.length === 0) return false;
    await this.log.appendPersonal(tx, { to: { sessionId }, event: 'session.ended', payload: { reason: 'revoked', at: at.toISOString() }, disconnect: true });
    return true;
  }

  /** Ends all sessions of an account that was banned or deleted, and tells it why. Any new one is refused from then on. */
  async close(tx: Transaction, kind: AccountKind, accountId: string, why: { readonly kind: 'banned' | 'deleted'; readonly message: string }): Promise<void> {
    const at = this.clock.now();
    await tx.update(sessions).set({ revokedAt: at }).where(this.standing(kind, accountId));
    await this.log.appendPersonal(tx, { to: { accountId }, event: 'account.banned', payload: { ...why, at: at.toISOString() }, disconnect: true });
  }

  private standing(kind: AccountKind, accountId: string) {
    return and(eq(sessions.accountKind, kind), eq(sessions.accountId, accountId), isNull(sessions.revokedAt), gt(sessions.expiresAt, this.clock.now()));
  }

  private async issueToken(tx: Transaction, sessionId: string, replaces: string | null): Promise<string> {
    const token = newRefreshToken();
    await tx.insert(refreshTokens).values({ tokenHash: hashRefreshToken(token), sessionId, replaces, createdAt: this.clock.now() });
    return token;
  }
}
