import { Injectable } from '@nestjs/common';
import type { Id } from '#contract/primitives';
import type { SiteImageFrame } from '#contract/site-image-slots';
import type { Account } from '../auth/account';
import type { Transaction } from '../database/driver';
import { NotificationWriter } from '../notifications/notification-writer';

/** What was done to a slot. */
export type SiteImageDone = 'uploaded' | 'removed' | 'restored';

const DONE: Readonly<Record<SiteImageDone, string>> = { uploaded: 'replaced', removed: 'removed', restored: 'restored' };

/** Tells an admin that another one changed the image that was theirs. */
@Injectable()
export class SiteImageNotices {
  constructor(private readonly notifications: NotificationWriter) {}

  /** @param before the admin who changed the slot last. */
  async changed(tx: Transaction, { page, slot }: SiteImageFrame, before: Id | null, change: SiteImageDone, actor: Account): Promise<void> {
    if (before === null) return;
    await this.notifications.notify(
      tx,
      { admins: [before], except: actor.id },
      {
        type: 'image.changed',
        title: 'An image you handled was changed',
        body: `${actor.name} ${DONE[change]} the site image “${slot}”.`,
        data: { page, slot, change, actorName: actor.name },
      },
    );
  }
}
