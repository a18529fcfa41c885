import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { partnerMail, type PartnerMailKind } from '#contract/partner-mail';
import type { Id } from '#contract/primitives';
import { UNDO_MAIL_DELAY_MS } from '#contract/undo';
import type { Transaction } from '../database/driver';
import type { BeforeDecision, PartnerRequestRow } from '../database/schema';
import { Outbox } from '../mail/outbox';
import { ReplyTokens } from './reply-tokens';

export type Decided = Exclude<PartnerMailKind, 'message'>;

/** Mails to partners: the admin's message as it was written, and below it how to answer. */
@Injectable()
export class PartnerMail {
  constructor(
    private readonly outbox: Outbox,
    private readonly tokens: ReplyTokens,
  ) {}

  /** Waits {@link UNDO_MAIL_DELAY_MS}, so that a decision taken back at once is never heard of. @returns the decision's own id. */
  async decision(tx: Transaction, row: PartnerRequestRow, decided: Decided, message: string | undefined): Promise<Id> {
    const id = randomUUID();
    await this.outbox.add(tx, this.about(row, decided, message), { delayMs: UNDO_MAIL_DELAY_MS, cause: causeOf(id) });
    return id;
  }

  /** Leaves at once: a message cannot be taken back. */
  message(tx: Transaction, row: PartnerRequestRow, body: string): Promise<void> {
    return this.outbox.add(tx, this.about(row, 'message', body));
  }

  /** @returns whether the decision's mail had not left yet, and will not. */
  takeBack(tx: Transaction, decisionId: Id): Promise<boolean> {
    return this.outbox.cancel(tx, causeOf(decisionId));
  }

  /** For a request that is deleted. */
  async takeAllBack(tx: Transaction, row: PartnerRequestRow): Promise<void> {
    for (let last: BeforeDecision | null = row.before; last !== null; last = last.before) await this.takeBack(tx, last.decisionId);
  }

  private about(row: PartnerRequestRow, kind: PartnerMailKind, text: string | undefined) {
    return { channel: 'email', recipient: row.email, ...partnerMail(row, kind, text, this.tokens.of(row.id)) } as const;
  }
}

function causeOf(decisionId: Id): string {
  return `partner-decision:${decisionId}`;
}
