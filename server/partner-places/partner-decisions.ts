import { Injectable } from '@nestjs/common';
import type { PartnerAction } from '#contract/partner-changes';
import type { PartnerRequest, PartnerRequestAnswer } from '#contract/partner-places';
import type { Id } from '#contract/primitives';
import { eq } from 'drizzle-orm';
import { actorOf, type Account } from '../auth/account';
import { Clock } from '../clock/clock';
import type { Transaction } from '../database/driver';
import { partnerMessages, type PartnerRequestRow } from '../database/schema';
import { ApiException } from '../http/api-exception';
import type { Positioned } from '../stream/positioned';
import { answerWithRequest } from './partner-answer';
import { PartnerChanges, type TellPeople } from './partner-changes';
import { PartnerMail, type Decided } from './partner-mail';
import { PartnerNotices } from './partner-notices';

const DECISIONS = {
  approve: { status: 'approved', activity: 'partner.approved' },
  'request-details': { status: 'needs_info', activity: 'partner.needs-info' },
  reject: { status: 'rejected', activity: 'partner.rejected' },
} as const satisfies Partial<Record<PartnerAction, { status: Decided; activity: string }>>;
export type Decision = keyof typeof DECISIONS;

/** Which request, as the caller saw it: `version` is its `updatedAt`, if the caller says so. */
export interface Target {
  readonly id: Id;
  readonly version: string | undefined;
}

/** What admins do to partner requests. Of several who decide at once, one does; the others are told what became of it. */
@Injectable()
export class PartnerDecisions {
  constructor(
    private readonly changes: PartnerChanges,
    private readonly mail: PartnerMail,
    private readonly notices: PartnerNotices,
    private readonly clock: Clock,
  ) {}

  /**
   * Decides a request that waits, or asks for details about a pending one. The message goes into the thread, and out by mail some
   * time later, unless {@link reopen} comes first.
   *
   * @throws ApiException NOT_FOUND; STALE; ALREADY_DECIDED when it no longer waits for this.
   */
  decide(actor: Account, { id, version }: Target, decision: Decision, message: string | undefined): Promise<Positioned<PartnerRequest>> {
    const { status, activity } = DECISIONS[decision];
    const told = { kind: status, activity, actor: actorOf(actor), ...(message !== undefined && { note: message }) };
    const decide = async (row: PartnerRequestRow, tx: Transaction) => {
      const waits = row.status === 'pending' || (row.status === 'needs_info' && status !== 'needs_info');
      if (!waits) throw new ApiException('ALREADY_DECIDED', 'Somebody was faster', { current: await this.changes.shown(tx, row) });
      const decisionId = await this.mail.decision(tx, row, status, message);
      const before = { status: row.status, decidedBy: row.decidedBy, decidedAt: row.decidedAt?.toISOString() ?? null, decisionId, before: row.before };
      const set = { status, decidedBy: actor.name, decidedAt: this.clock.now(), before };
      return { set, ...(message !== undefined && { message: { id: decisionId, from: 'admin' as const, body: message } }) };
    };
    return this.changes.update(id, version, () => told, decide, this.tellOthers(actor, decision));
  }

  /** Writes to the partner, whatever the status. @throws ApiException NOT_FOUND or STALE. */
  write(actor: Account, { id, version }: Target, message: string): Promise<Positioned<PartnerRequest>> {
    const told = { kind: 'updated', activity: 'partner.messaged', actor: actorOf(actor), note: message } as const;
    const decide = async (row: PartnerRequestRow, tx: Transaction) => {
      await this.mail.message(tx, row, message);
      return { message: { from: 'admin' as const, body: message } };
    };
    return this.changes.update(id, version, () => told, decide, this.tellOthers(actor, 'message'));
  }

  /**
   * Puts a request back as it was before the last decision. Its message goes too, if it had not been sent yet.
   *
   * @throws ApiException NOT_FOUND; STALE; NOT_DECIDED when there is no decision to take back.
   */
  async reopen(actor: Account, { id, version }: Target): Promise<Positioned<PartnerRequestAnswer>> {
    let mailTakenBack = false;
    const told = { kind: 'updated', activity: 'partner.reopened', actor: actorOf(actor) } as const;
    const decide = async ({ before }: PartnerRequestRow, tx: Transaction) => {
      if (before === null) throw new ApiException('NOT_DECIDED', 'There is no decision to take back');
      mailTakenBack = await this.mail.takeBack(tx, before.decisionId);
      if (mailTakenBack) await tx.delete(partnerMessages).where(eq(partnerMessages.id, before.decisionId));
      const decidedAt = before.decidedAt === null ? null : new Date(before.decidedAt);
      return { set: { status: before.status, decidedBy: before.decidedBy, decidedAt, before: before.before } };
    };
    return answerWithRequest(await this.changes.update(id, version, () => told, decide, this.tellOthers(actor, 'reopen')), { mailTakenBack });
  }

  /** Deletes a request with its thread; mails that have not left stay. @throws ApiException NOT_FOUND or STALE. */
  delete(actor: Account, { id, version }: Target): Promise<Positioned<{ ok: true }>> {
    return this.changes.delete(id, version, actorOf(actor), async (tx, row) => {
      await this.mail.takeAllBack(tx, row);
      await this.tellOthers(actor, 'delete')(tx, row);
    });
  }

  private tellOthers(actor: Account, action: PartnerAction): TellPeople {
    return (tx, row) => this.notices.handled(tx, row, action, actor);
  }
}
