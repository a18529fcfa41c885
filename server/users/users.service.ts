import { Injectable } from '@nestjs/common';
import type { Id } from '#contract/primitives';
import { userTag, type UserDecision } from '#contract/user-tag';
import type { PublicUser, RegisterUser, UserAnswer } from '#contract/users';
import { eq } from 'drizzle-orm';
import { actorOf, type Account } from '../auth/account';
import { accountEmail } from '../auth/account-email';
import { PasswordHasher } from '../auth/password-hasher';
import { Sessions } from '../auth/sessions';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { users, type UserRow } from '../database/schema';
import { ApiException } from '../http/api-exception';
import { refuseStale } from '../http/if-match';
import { BanNotice } from '../mail/ban-notice';
import type { Positioned } from '../stream/positioned';
import { answerWithUser } from './user-answer';
import { UserChanges } from './user-changes';
import { toPublicUser } from './user-row';

/** Which user, as the caller saw it: `seen` is their tag for the action (see `userTag`), if the caller says so. */
interface TargetUser {
  readonly id: Id;
  readonly seen?: string | undefined;
}

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
    return this.changes.create({ ...user, email: accountEmail(user.email), passwordHash: await this.passwords.hash(password) });
  }

  /** @throws ApiException NOT_FOUND or STALE. */
  rename(actor: Account, { id, seen }: TargetUser, fullName: string): Promise<Positioned<PublicUser>> {
    return this.changes.update(id, { kind: 'user.renamed', actor: actorOf(actor) }, (user) => {
      check(user, 'rename', seen);
      return { fullName };
    });
  }

  /**
   * Bans: every session ends at once, everywhere; a mail with the reason follows, unless the ban is lifted first.
   *
   * @throws ApiException NOT_FOUND, STALE or ALREADY_BANNED.
   */
  ban(actor: Account, { id, seen }: TargetUser, reason: string): Promise<Positioned<PublicUser>> {
    return this.changes.update(id, { kind: 'user.banned', actor: actorOf(actor), note: reason }, async (user, tx) => {
      check(user, 'ban', seen);
      if (user.isBanned) throw new ApiException('ALREADY_BANNED', 'This user is banned already');
      await this.banNotice.schedule(tx, { id, name: user.fullName, email: user.email }, reason);
      await this.sessions.close(tx, 'user', id, { kind: 'banned', message: reason });
      return { isBanned: true, bannedAt: this.clock.now(), banReason: reason };
    });
  }

  /** Lifts a ban, and answers with its reason. @throws ApiException NOT_FOUND, STALE or NOT_BANNED. */
  async unban(actor: Account, { id, seen }: TargetUser): Promise<Positioned<UserAnswer>> {
    let banReason: string | null = null;
    let mailTakenBack = false;
    const unbanned = await this.changes.update(id, { kind: 'user.unbanned', actor: actorOf(actor) }, async (user, tx) => {
      check(user, 'unban', seen);
      if (!user.isBanned) throw new ApiException('NOT_BANNED', 'This user is not banned');
      mailTakenBack = await this.banNotice.takeBack(tx, id);
      ({ banReason } = user);
      return { isBanned: false, bannedAt: null, banReason: null };
    });
    return answerWithUser(unbanned, { banReason, mailTakenBack });
  }

  /** Deletes an account for good: its sessions end at once. @throws ApiException NOT_FOUND or STALE. */
  delete(actor: Account, { id, seen }: TargetUser): Promise<Positioned<{ ok: true }>> {
    return this.changes.delete(id, actorOf(actor), async (user, tx) => {
      check(user, 'delete', seen);
      await this.banNotice.takeBack(tx, id);
      await this.sessions.close(tx, 'user', id, { kind: 'deleted', message: 'Your account was deleted' });
    });
  }

  /** Deletes the asking user's own account. @throws ApiException WRONG_PASSWORD. */
  async deleteOwn(actor: Account, password: string): Promise<Positioned<{ ok: true }>> {
    const [user] = await this.database.db.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, actor.id));
    if (!(await this.passwords.verify(password, user?.passwordHash ?? undefined))) throw new ApiException('WRONG_PASSWORD', 'The password is wrong');
    return this.delete(actor, { id: actor.id });
  }
}

/** With the row locked. @throws ApiException STALE when the user is another by now than the caller saw. */
function check(row: UserRow, decision: UserDecision, seen: string | undefined): void {
  const user = toPublicUser(row);
  refuseStale(seen, userTag(user, decision), user);
}
