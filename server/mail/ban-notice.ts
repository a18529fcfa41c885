import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/driver';
import { Outbox } from './outbox';

/** How long a ban can be undone before its mail leaves. */
export const BAN_NOTICE_DELAY_MS = 15_000;

/** The mail that tells an account, user's or admin's, of its ban. It waits a little, so that a ban undone at once is never heard of. */
@Injectable()
export class BanNotice {
  constructor(private readonly outbox: Outbox) {}

  /** Goes out in {@link BAN_NOTICE_DELAY_MS}, unless {@link takeBack} comes first. `reason` is shown to the person as it is. */
  async schedule(tx: Transaction, account: { readonly id: string; readonly name: string; readonly email: string }, reason: string | undefined): Promise<void> {
    const body = [
      `Dear ${account.name},`,
      '',
      'Your Moien Delivery account has been suspended.',
      ...(reason === undefined ? [] : ['', `Reason: ${reason}`]),
    ].join('\n');
    await this.outbox.add(
      tx,
      { channel: 'email', recipient: account.email, subject: 'Your account has been suspended', body },
      { delayMs: BAN_NOTICE_DELAY_MS, cause: causeOf(account.id) },
    );
  }

  /** For when the ban is lifted, or its account deleted. */
  async takeBack(tx: Transaction, accountId: string): Promise<void> {
    await this.outbox.cancel(tx, causeOf(accountId));
  }
}

function causeOf(accountId: string): string {
  return `ban:${accountId}`;
}
