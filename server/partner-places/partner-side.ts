import { Injectable } from '@nestjs/common';
import type { CreatePartnerRequest, EditPartnerRequest, PartnerReply } from '#contract/partner-changes';
import type { PartnerRequest } from '#contract/partner-places';
import type { Id } from '#contract/primitives';
import { eq } from 'drizzle-orm';
import type { Transaction } from '../database/driver';
import { partnerMessages, type PartnerRequestRow } from '../database/schema';
import { ApiException } from '../http/api-exception';
import type { Positioned } from '../stream/positioned';
import { partnerAsActor, PartnerChanges } from './partner-changes';
import { PartnerNotices } from './partner-notices';
import { ReplyTokens } from './reply-tokens';

/** A partner cannot make a thread longer than this. */
export const THREAD_MAX = 100;

/** What partners do about their own requests. They have no account: a token stands for them. */
@Injectable()
export class PartnerSide {
  constructor(
    private readonly changes: PartnerChanges,
    private readonly notices: PartnerNotices,
    private readonly tokens: ReplyTokens,
  ) {}

  create(request: CreatePartnerRequest, imageUrl: string | null): Promise<Positioned<PartnerRequest>> {
    return this.changes.create({ ...request, imageUrl }, (tx, row) => this.notices.requested(tx, row));
  }

  /**
   * Replaces what is named. A request that waited for the partner waits for us again.
   *
   * @throws ApiException CODE_INVALID; NOT_FOUND; STALE; ALREADY_DECIDED once it is approved or rejected; VALIDATION_FAILED when nothing is named.
   */
  edit(id: Id, version: string | undefined, { token, ...named }: EditPartnerRequest, imageUrl: string | undefined): Promise<Positioned<PartnerRequest>> {
    this.tokens.check(id, token);
    const set = { ...named, ...(imageUrl !== undefined && { imageUrl }) };
    if (Object.keys(set).length === 0) throw new ApiException('VALIDATION_FAILED', 'Name what is to be changed');
    const decide = async (row: PartnerRequestRow, tx: Transaction) => {
      if (row.status === 'approved' || row.status === 'rejected') {
        throw new ApiException('ALREADY_DECIDED', 'This request is decided', { current: await this.changes.shown(tx, row) });
      }
      return { set: { ...set, ...backToUs(row) } };
    };
    return this.changes.update(id, version, told('partner.edited'), decide, (tx, row) => this.notices.edited(tx, row));
  }

  /** Writes to us. @throws ApiException CODE_INVALID; NOT_FOUND; THREAD_FULL. */
  reply(id: Id, { token, body }: PartnerReply): Promise<Positioned<PartnerRequest>> {
    this.tokens.check(id, token);
    const decide = async (row: PartnerRequestRow, tx: Transaction) => {
      const length = await tx.$count(partnerMessages, eq(partnerMessages.requestId, id));
      if (length >= THREAD_MAX) throw new ApiException('THREAD_FULL', 'This conversation takes no more replies');
      return { set: backToUs(row), message: { from: 'partner' as const, body } };
    };
    return this.changes.update(id, undefined, told('partner.replied', body), decide, (tx, row) => this.notices.replied(tx, row));
  }
}

function told(activity: 'partner.edited' | 'partner.replied', note?: string) {
  return (row: PartnerRequestRow) => ({ kind: 'updated' as const, activity, actor: partnerAsActor(row), ...(note !== undefined && { note }) });
}

/** What was asked for has come: from here on there is no decision to take back. */
function backToUs({ status }: PartnerRequestRow) {
  return status === 'needs_info' ? { status: 'pending' as const, decidedBy: null, decidedAt: null, before: null } : {};
}
