import { Injectable } from '@nestjs/common';
import { and, eq, gt, lte, sql } from 'drizzle-orm';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { loginAttempts } from '../database/schema';
import { ApiException } from '../http/api-exception';
import type { AccountKind } from './account';

const FAILURES_MAX = 5;
const LOCKOUT_MS = 15 * 60 * 1000;

/**
 * Counts failed sign-ins by the e-mail that was tried, whether or not it has an account: the lockout tells nobody which do.
 * Five within a quarter of an hour of each other lock it for a quarter of an hour; tries meanwhile neither count nor prolong.
 */
@Injectable()
export class LoginAttempts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws ApiException LOCKED_OUT, with the seconds left as `Retry-After` and in the details. */
  async refuseIfLocked(accountKind: AccountKind, email: string): Promise<void> {
    const [locked] = await this.database.db
      .select({ since: loginAttempts.lastFailedAt })
      .from(loginAttempts)
      .where(and(this.of(accountKind, email), eq(loginAttempts.failures, FAILURES_MAX), gt(loginAttempts.lastFailedAt, this.clock.in(-LOCKOUT_MS))));
    if (locked === undefined) return;
    const retryAfter = Math.ceil((locked.since.getTime() + LOCKOUT_MS - this.clock.now().getTime()) / 1000);
    throw new ApiException('LOCKED_OUT', `Too many failed sign-ins. Try again in ${String(retryAfter)} seconds`, {
      retryAfter,
      details: [{ field: 'email', code: 'retry_after', message: String(retryAfter) }],
    });
  }

  /** Counts one more, and forgets counts that no longer matter: anyone can try any number of made-up e-mails. */
  async count(accountKind: AccountKind, email: string): Promise<void> {
    const { db } = this.database;
    const now = this.clock.now();
    const { failures, lastFailedAt } = loginAttempts;
    await db.delete(loginAttempts).where(lte(lastFailedAt, this.clock.in(-LOCKOUT_MS)));
    await db
      .insert(loginAttempts)
      .values({ accountKind, email, failures: 1, lastFailedAt: now })
      .onConflictDoUpdate({
        target: [loginAttempts.accountKind, loginAttempts.email],
        set: { failures: sql`${failures} + 1`, lastFailedAt: now },
        setWhere: sql`${failures} < ${FAILURES_MAX}`,
      });
  }

  /** Forgets the failures before a success. */
  async reset(accountKind: AccountKind, email: string): Promise<void> {
    await this.database.db.delete(loginAttempts).where(this.of(accountKind, email));
  }

  private of(accountKind: AccountKind, email: string) {
    return and(eq(loginAttempts.accountKind, accountKind), eq(loginAttempts.email, email));
  }
}
