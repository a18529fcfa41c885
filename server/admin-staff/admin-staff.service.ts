import { Injectable } from '@nestjs/common';
import type { AdminStaffAnswer, AdminStaffListed, CreateAdminStaff } from '#contract/admin-staff';
import type { Id } from '#contract/primitives';
import { staffTag, type StaffDecision } from '#contract/staff-tag';
import { asc, eq } from 'drizzle-orm';
import type { Account } from '../auth/account';
import { accountEmail } from '../auth/account-email';
import { PasswordHasher } from '../auth/password-hasher';
import { Sessions } from '../auth/sessions';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import type { Transaction } from '../database/driver';
import { admins, type AdminRow } from '../database/schema';
import { ApiException } from '../http/api-exception';
import { refuseStale } from '../http/if-match';
import { BanNotice } from '../mail/ban-notice';
import { adminStaffListed } from './admin-staff-view';

/** Which admin, as the caller saw it: `seen` is their tag for the action (see `staffTag`), if the caller says so. */
interface TargetAdmin {
  readonly id: Id;
  readonly seen?: string | undefined;
}

/** The dashboard's own accounts. There is always one left that can sign in. */
@Injectable()
export class AdminStaffService {
  constructor(
    private readonly database: Database,
    private readonly passwords: PasswordHasher,
    private readonly sessions: Sessions,
    private readonly banNotice: BanNotice,
    private readonly clock: Clock,
  ) {}

  /** @returns all admins, first come first. */
  async list(): Promise<AdminStaffListed[]> {
    const rows = await this.database.db.select().from(admins).orderBy(asc(admins.createdAt), asc(admins.name), asc(admins.id));
    return rows.map(adminStaffListed);
  }

  /** @throws ApiException EMAIL_TAKEN. */
  async create({ password, ...details }: CreateAdminStaff, photoUrl: string | null): Promise<AdminStaffListed> {
    const passwordHash = await this.passwords.hash(password);
    const now = this.clock.now();
    const [row] = await this.database.db
      .insert(admins)
      .values({ ...details, email: accountEmail(details.email), passwordHash, photoUrl, createdAt: now, updatedAt: now })
      .onConflictDoNothing({ target: admins.email })
      .returning();
    if (row === undefined) throw new ApiException('EMAIL_TAKEN', 'There is an admin of this e-mail already');
    return adminStaffListed(row);
  }

  /**
   * Bans another admin: every session of it ends at once, with the reason if there is one.
   *
   * @throws ApiException NOT_FOUND, STALE, ALREADY_BANNED, or as {@link lockForRemoval}.
   */
  ban(actor: Account, { id, seen }: TargetAdmin, reason: string | undefined): Promise<AdminStaffListed> {
    return this.database.transaction(async (tx) => {
      const target = await this.lockForRemoval(tx, actor, id);
      check(target, 'ban', seen);
      if (target.isBanned) throw new ApiException('ALREADY_BANNED', 'This admin is banned already');
      const now = this.clock.now();
      const banned = await this.update(tx, id, { isBanned: true, bannedAt: now, banReason: reason ?? null, updatedAt: now });
      await this.banNotice.schedule(tx, target, reason);
      await this.sessions.close(tx, 'admin', id, { kind: 'banned', message: reason ?? 'Your account was banned' });
      return banned;
    });
  }

  /** @throws ApiException NOT_FOUND, STALE or NOT_BANNED. */
  unban({ id, seen }: TargetAdmin): Promise<AdminStaffAnswer> {
    return this.database.transaction(async (tx) => {
      const [target] = await tx.select().from(admins).where(eq(admins.id, id)).for('update');
      if (target === undefined) throw noSuchAdmin();
      check(target, 'unban', seen);
      if (!target.isBanned) throw new ApiException('NOT_BANNED', 'This admin is not banned');
      const mailTakenBack = await this.banNotice.takeBack(tx, id);
      const user = await this.update(tx, id, { isBanned: false, bannedAt: null, banReason: null, updatedAt: this.clock.now() });
      return { ok: true, user, mailTakenBack };
    });
  }

  /** Deletes another admin: every session of it ends at once. @throws ApiException NOT_FOUND, STALE, or as {@link lockForRemoval}. */
  delete(actor: Account, { id, seen }: TargetAdmin): Promise<void> {
    return this.database.transaction(async (tx) => {
      check(await this.lockForRemoval(tx, actor, id), 'delete', seen);
      await tx.delete(admins).where(eq(admins.id, id));
      await this.banNotice.takeBack(tx, id);
      await this.sessions.close(tx, 'admin', id, { kind: 'deleted', message: 'Your account was deleted' });
    });
  }

  /**
   * Locks all admins, in one order for everyone, so that those who remove each other at once come one after the other.
   * The last one who can sign in is never removed: only another who still can would be allowed to.
   *
   * @throws ApiException SELF_FORBIDDEN; ACCOUNT_BANNED (401) when the actor was removed meanwhile; NOT_FOUND.
   */
  private async lockForRemoval(tx: Transaction, actor: Account, id: Id): Promise<AdminRow> {
    if (actor.id === id) throw new ApiException('SELF_FORBIDDEN', 'Nobody removes the own account');
    const all = await tx.select().from(admins).orderBy(asc(admins.id)).for('update');
    // Checked before the target: an actor who was removed meanwhile is told that first.
    if (!all.some((admin) => admin.id === actor.id && !admin.isBanned)) {
      throw new ApiException('ACCOUNT_BANNED', 'This account was banned or deleted', { status: 401 });
    }
    const target = all.find((admin) => admin.id === id);
    if (target === undefined) throw noSuchAdmin();
    return target;
  }

  private async update(tx: Transaction, id: Id, change: Partial<AdminRow>): Promise<AdminStaffListed> {
    const [row] = await tx.update(admins).set(change).where(eq(admins.id, id)).returning();
    if (row === undefined) throw noSuchAdmin();
    return adminStaffListed(row);
  }
}

function noSuchAdmin(): ApiException {
  return new ApiException('NOT_FOUND', 'There is no such admin');
}

/** With the row locked. @throws ApiException STALE when the admin is another by now than the caller saw. */
function check(row: AdminRow, decision: StaffDecision, seen: string | undefined): void {
  const admin = adminStaffListed(row);
  refuseStale(seen, staffTag(admin, decision), admin);
}
