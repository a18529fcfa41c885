import { Injectable } from '@nestjs/common';
import { shownName } from '#contract/visible-text';
import { and, eq } from 'drizzle-orm';
import { Database } from '../database/database';
import type { Transaction } from '../database/driver';
import { admins, sessions, users } from '../database/schema';
import type { AccountKind } from './account';
import type { AccessClaims } from './access-tokens';

/** What signing in needs to know. `passwordHash` is null for an account nobody can sign in to. */
export interface SignInAccount {
  readonly id: string;
  readonly passwordHash: string | null;
  readonly isBanned: boolean;
}

/** How an account and one of its sessions stand. Without a session of that id `sessionEndsAt` is null. */
export interface Standing {
  readonly name: string;
  readonly isBanned: boolean;
  readonly sessionEndsAt: Date | null;
  readonly sessionRevokedAt: Date | null;
}

/** Admins and users alike, as far as signing in is concerned. */
@Injectable()
export class Accounts {
  constructor(private readonly database: Database) {}

  async findByEmail(kind: AccountKind, email: string): Promise<SignInAccount | undefined> {
    const { db } = this.database;
    const [found] =
      kind === 'admin'
        ? await db.select({ id: admins.id, passwordHash: admins.passwordHash, isBanned: admins.isBanned }).from(admins).where(eq(admins.email, email))
        : await db.select({ id: users.id, passwordHash: users.passwordHash, isBanned: users.isBanned }).from(users).where(eq(users.email, email));
    return found;
  }

  /** Whether the account may sign in. Until `tx` ends it cannot be banned or deleted: whoever tries waits, and finds the new session. */
  async lockIfActive(tx: Transaction, kind: AccountKind, id: string): Promise<boolean> {
    const [found] =
      kind === 'admin'
        ? await tx.select({ isBanned: admins.isBanned }).from(admins).where(eq(admins.id, id)).for('share')
        : await tx.select({ isBanned: users.isBanned }).from(users).where(eq(users.id, id)).for('share');
    return found?.isBanned === false;
  }

  /** @returns how account and session stand, in one query by primary keys; undefined when the account is gone. */
  async standing({ kind, accountId, sessionId }: AccessClaims): Promise<Standing | undefined> {
    const { db } = this.database;
    const session = { sessionEndsAt: sessions.expiresAt, sessionRevokedAt: sessions.revokedAt };
    const own = and(eq(sessions.id, sessionId), eq(sessions.accountKind, kind), eq(sessions.accountId, accountId));
    const [found] =
      kind === 'admin'
        ? await db
            .select({ name: admins.name, email: admins.email, isBanned: admins.isBanned, ...session })
            .from(admins)
            .leftJoin(sessions, own)
            .where(eq(admins.id, accountId))
        : await db
            .select({ name: users.fullName, email: users.email, isBanned: users.isBanned, ...session })
            .from(users)
            .leftJoin(sessions, own)
            .where(eq(users.id, accountId));
    if (found === undefined) return undefined;
    const { name, email, ...standing } = found;
    return { name: shownName(name, email), ...standing };
  }
}
