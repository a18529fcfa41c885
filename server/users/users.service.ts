import { Injectable } from '@nestjs/common';
import type { Id } from '#contract/primitives';
import type { PublicUser, RegisterUser } from '#contract/users';
import { eq } from 'drizzle-orm';
import { actorOf, type Account } from '../auth/account';
import { PasswordHasher } from '../auth/password-hasher';
import { Sessions } from '../auth/sessions';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { users } from '../database/schema';
import { ApiException } from '../http/api-exception';
import { BanNotice } from '../mail/ban-notice';
import type { Positioned } from '../stream/positioned';
import { UserChanges } from './user-changes';

/** What people and admins do to users' accounts. */
@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly changes: UserChanges,
    private readonly passwords: PasswordHasher,
    private readonly sessions: Sessions,
    private readonly banNotice: BanNotice,
    private readonly clock: Clock,
  ) {}

  /** @throws ApiException EMAIL_TAKEN or PHONE_TAKEN. */
  async register({ password, ...user }: RegisterUser): Promise<Positioned<PublicUser>> {
    return this.changes.create({ ...user, passwordHash: await this.passwords.hash(password) });
  }

  /** @throws ApiException NOT_FOUND. */
  rename(actor: Account, id: Id, fullName: string): Promise<Positioned<PublicUser>> {
    return this.changes.update(id, { kind: 'user.renamed', actor: actorOf(actor) }, () => ({ fullName }));
  }

  /**
   * Bans: every session ends at once, everywhere; a mail with the reason follows, unless the ban is lifted first.
   *
   * @throws ApiException NOT_FOUND or ALREADY_BANNED.
   */
  ban(actor: Account, id: Id, reason: string): Promise<Positioned<PublicUser>> {
    return this.changes.update(id, { kind: 'user.banned', actor: actorOf(actor), note: reason }, async (user, tx) => {
      if (user.isBanned) throw new ApiException('ALREADY_BANNED', 'This user is banned already');
      await this.banNotice.schedule(tx, { id, name: user.fullName, email: user.email }, reason);
      await this.sessions.close(tx, 'user', id, { kind: 'banned', message: reason });
      return { isBanned: true, bannedAt: this.clock.now(), banReason: reason };
    });
  }

  /** @throws ApiException NOT_FOUND or NOT_BANNED. */
  unban(actor: Account, id: Id): Promise<Positioned<PublicUser>> {
    return this.changes.update(id, { kind: 'user.unbanned', actor: actorOf(actor) }, async (user, tx) => {
      if (!user.isBanned) throw new ApiException('NOT_BANNED', 'This user is not banned');
      await this.banNotice.takeBack(tx, id);
      return { isBanned: false, bannedAt: null, banReason: null };
    });
  }

  /** Deletes an account for good: its sessions end at once. @throws ApiException NOT_FOUND. */
  delete(actor: Account, id: Id): Promise<Positioned<{ ok: true }>> {
    return this.changes.delete(id, actorOf(actor), async (_, tx) => {
      await this.banNotice.takeBack(tx, id);
      await this.sessions.close(tx, 'user', id, { kind: 'deleted', message: 'Your account was deleted' });
    });
  }

  /** Deletes the asking user's own account. @throws ApiException WRONG_PASSWORD. */
  async deleteOwn(actor: Account, password: string): Promise<Positioned<{ ok: true }>> {
    const [user] = await this.database.db.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, actor.id));
    if (!(await this.passwords.verify(password, user?.passwordHash ?? undefined))) throw new ApiException('WRONG_PASSWORD', 'The password is wrong');
    return this.delete(actor, actor.id);
  }
}
