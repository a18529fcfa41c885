import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Id } from '#contract/primitives';
import type { PublicUser } from '#contract/users';
import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { actorOf, type Account } from '../auth/account';
import { PasswordHasher } from '../auth/password-hasher';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import type { Transaction } from '../database/driver';
import { users, verificationCodes, type UserRow } from '../database/schema';
import { ApiException } from '../http/api-exception';
import { Outbox } from '../mail/outbox';
import type { Positioned } from '../stream/positioned';
import { UserChanges } from './user-changes';
import { toPublicUser } from './user-row';

type Channel = 'email' | 'phone';

export const CODE_MS = 10 * 60 * 1000;
const CODE_TRIES = 5;
/** The least time between two codes on one channel. */
export const RESEND_MS = 60 * 1000;
const CODE_LENGTH = 6;
/** By e-mail no letters that look like others; by phone digits, which are read out. */
const ALPHABETS = { email: 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789', phone: '0123456789' } as const satisfies Record<Channel, string>;

/**
 * Proves that a user's e-mail address and phone number are theirs, by codes sent there. Codes are stored like passwords, so
 * that whoever reads the database cannot find one within its ten minutes. Five tries go with those ten minutes, not with the
 * code: asking for a new one brings no new tries.
 */
@Injectable()
export class Verification {
  constructor(
    private readonly database: Database,
    private readonly changes: UserChanges,
    private readonly outbox: Outbox,
    private readonly codes: PasswordHasher,
    private readonly clock: Clock,
  ) {}

  /** Sends a new code; the one before is no longer good. @throws ApiException ALREADY_VERIFIED, TOO_MANY_REQUESTS or NOT_FOUND. */
  async send(userId: Id, channel: Channel): Promise<PublicUser> {
    const code = newCode(channel);
    const codeHash = await this.codes.hash(code);
    return this.database.transaction(async (tx) => {
      const [user] = await tx.select().from(users).where(eq(users.id, userId)).for('update');
      if (user === undefined) throw new ApiException('NOT_FOUND', 'There is no such user');
      refuseIfVerified(user, channel);
      const fresh = { codeHash, expiresAt: this.clock.in(CODE_MS), attempts: await this.triesUsed(tx, userId, channel) };
      await tx
        .insert(verificationCodes)
        .values({ userId, channel, ...fresh })
        .onConflictDoUpdate({ target: [verificationCodes.userId, verificationCodes.channel], set: fresh });
      await this.outbox.add(tx, {
        channel,
        recipient: user[channel],
        subject: 'Your Moien Delivery code',
        body: `Your code is ${code}. It is good for 10 minutes. If you did not ask for it, ignore this message.`,
      });
      return toPublicUser(user);
    });
  }

  /** Takes a code back in. @throws ApiException CODE_INVALID, CODE_EXPIRED, TOO_MANY_REQUESTS, ALREADY_VERIFIED or NOT_FOUND. */
  async confirm(account: Account, channel: Channel, code: string): Promise<Positioned<PublicUser>> {
    const codeHash = await this.spendTry(account.id, channel);
    const isRight = await this.codes.verify(code, codeHash);
    return this.changes.update(account.id, { kind: `user.${channel}-verified`, actor: actorOf(account) }, async (user, tx) => {
      refuseIfVerified(user, channel);
      if (codeHash === undefined) throw await this.refusal(tx, account.id, channel);
      if (!isRight) throw new ApiException('CODE_INVALID', 'This is not the code that was sent');
      await tx.delete(verificationCodes).where(this.of(account.id, channel));
      return channel === 'email' ? { emailVerified: true } : { phoneVerified: true };
    });
  }

  /** Counts a try before it is looked at, so that many at once are no more than many in turn. @returns what to compare with. */
  private async spendTry(userId: Id, channel: Channel): Promise<string | undefined> {
    const [spent] = await this.database.db
      .update(verificationCodes)
      .set({ attempts: sql`${verificationCodes.attempts} + 1` })
      .where(and(this.of(userId, channel), lt(verificationCodes.attempts, CODE_TRIES), gt(verificationCodes.expiresAt, this.clock.now())))
      .returning({ codeHash: verificationCodes.codeHash });
    return spent?.codeHash;
  }

  /** @returns how many of the tries are used up already. @throws ApiException TOO_MANY_REQUESTS when it is too early for another code. */
  private async triesUsed(tx: Transaction, userId: Id, channel: Channel): Promise<number> {
    const [last] = await tx.select().from(verificationCodes).where(this.of(userId, channel));
    const leftMs = last === undefined ? 0 : this.leftMs(last.expiresAt);
    if (last === undefined || leftMs <= 0) return 0;
    const waitMs = last.attempts >= CODE_TRIES ? leftMs : leftMs - (CODE_MS - RESEND_MS);
    if (waitMs > 0) throw tooMany(waitMs);
    return last.attempts;
  }

  private async refusal(tx: Transaction, userId: Id, channel: Channel): Promise<ApiException> {
    const [last] = await tx.select().from(verificationCodes).where(this.of(userId, channel));
    const leftMs = last === undefined ? 0 : this.leftMs(last.expiresAt);
    return leftMs > 0 ? tooMany(leftMs) : new ApiException('CODE_EXPIRED', 'There is no code that is still good: ask for a new one');
  }

  private leftMs(expiresAt: Date): number {
    return expiresAt.getTime() - this.clock.now().getTime();
  }

  private of(userId: Id, channel: Channel) {
    return and(eq(verificationCodes.userId, userId), eq(verificationCodes.channel, channel));
  }
}

function newCode(channel: Channel): string {
  const letters = ALPHABETS[channel];
  return Array.from({ length: CODE_LENGTH }, () => letters.charAt(randomInt(letters.length))).join('');
}

function refuseIfVerified(user: UserRow, channel: Channel): void {
  if (channel === 'email' ? user.emailVerified : user.phoneVerified) throw new ApiException('ALREADY_VERIFIED', 'This is verified already');
}

function tooMany(waitMs: number): ApiException {
  const retryAfter = Math.ceil(waitMs / 1000);
  return new ApiException('TOO_MANY_REQUESTS', `Try again in ${String(retryAfter)} seconds`, { retryAfter });
}
