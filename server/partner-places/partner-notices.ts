import { Injectable } from '@nestjs/common';
import type { PartnerAction } from '#contract/partner-changes';
import type { Account } from '../auth/account';
import type { Transaction } from '../database/driver';
import type { PartnerRequestRow } from '../database/schema';
import { NotificationWriter } from '../notifications/notification-writer';

const DONE: Readonly<Record<PartnerAction, string>> = {
  approve: 'approved the request of',
  'request-details': 'requested details from',
  reject: 'rejected the request of',
  message: 'wrote to',
  reopen: 'reopened the request of',
  delete: 'deleted the request of',
};

/** What admins are told about partner requests. */
@Injectable()
export class PartnerNotices {
  constructor(private readonly notifications: NotificationWriter) {}

  requested(tx: Transaction, row: PartnerRequestRow): Promise<void> {
    return this.tellAll(tx, row, 'partner.requested', 'New partner request', `${row.placeName} in ${row.city} wants to become a partner.`);
  }

  edited(tx: Transaction, row: PartnerRequestRow): Promise<void> {
    return this.tellAll(tx, row, 'partner.edited', 'Partner request edited', `${row.contactName} changed the request of ${row.placeName}.`);
  }

  replied(tx: Transaction, row: PartnerRequestRow): Promise<void> {
    return this.tellAll(tx, row, 'partner.replied', 'Reply from a partner', `${row.contactName} of ${row.placeName} wrote back.`);
  }

  /** Tells the other admins who did something to the request before. */
  handled(tx: Transaction, { id, placeName, handledBy }: PartnerRequestRow, action: PartnerAction, actor: Account): Promise<void> {
    return this.notifications.notify(
      tx,
      { admins: handledBy, except: actor.id },
      {
        type: 'partner.decided',
        title: 'A request you handled was changed',
        body: `${actor.name} ${DONE[action]} ${placeName}.`,
        data: { requestId: id, placeName, action, actorName: actor.name },
      },
    );
  }

  private tellAll(
    tx: Transaction,
    { id, placeName, contactName }: PartnerRequestRow,
    type: 'partner.requested' | 'partner.edited' | 'partner.replied',
    title: string,
    body: string,
  ): Promise<void> {
    return this.notifications.notify(tx, { admins: 'all' }, { type, title, body, data: { requestId: id, placeName, contactName } });
  }
}
