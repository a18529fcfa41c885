import { Injectable } from '@nestjs/common';
import { inLetter } from '#contract/letters';
import { UNDO_MAIL_DELAY_MS } from '#contract/undo';
import { plainLine, plainProse, shownName } from '#contract/visible-text';
import type { Transaction } from '../database/driver';
import { Outbox } from './outbox';

/** The mail that tells an account, user's or admin's, of its ban. It waits a little, so that a ban undone at once is never heard of. */
@Injectable()
export class BanNotice {
  constructor(private readonly outbox: Outbox) {}

  /** Goes out in {@link UNDO_MAIL_DELAY_MS}, unless {@link takeBack} comes first. `reason` is shown to the person as it is. */
  async schedule(tx: Transaction, account: { readonly id: string; readonly name: string; readonly email: string }, reason: string | undefined): Promise<void> {
    const body = [
      `Dear ${inLetter(plainLine(shownName(account.name, account.email)), 'en')},`,
      '',
      'Your Moien Delivery account has been banned.',
      ...(reason === undefined ? [] : ['', `Reason: ${inLetter(plainProse(reason), 'en')}`]),
      '',
      'If you think this is a mistake, please reply to this email.',
      '',
      'Kind regards',
      'Your Moien Delivery team',
    ].join('\n');
    await this.outbox.add(
      tx,
      { channel: 'email', recipient: account.email, subject: 'Your account has been banned', body },
      { delayMs: UNDO_MAIL_DELAY_MS, cause: causeOf(account.id) },
    );
  }

  /** For when the ban is lifted, or its account deleted. @returns whether the mail had not left yet, and will not. */
  takeBack(tx: Transaction, accountId: string): Promise<boolean> {
    return this.outbox.cancel(tx, causeOf(accountId));
  }
}

function causeOf(accountId: string): string {
  return `ban:${accountId}`;
}
