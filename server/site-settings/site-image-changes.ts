import { Injectable } from '@nestjs/common';
import { SITE_IMAGE_RESTORABLE_MS, type SiteImage } from '#contract/site-image-changes';
import type { SiteImageFrame } from '#contract/site-image-slots';
import { eq } from 'drizzle-orm';
import { actorOf, type Account } from '../auth/account';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import type { Transaction } from '../database/driver';
import { siteImages, type SiteImageRow } from '../database/schema';
import { ApiException } from '../http/api-exception';
import { EventLog } from '../stream/event-log';
import { Positioned } from '../stream/positioned';
import { siteImageEvents } from './site-image-events';
import { SiteImageNotices, type SiteImageDone } from './site-image-notices';
import { isRestorable, toSiteImage } from './site-image-row';

/** A change of one slot, by whom; `version` is the URL the caller saw there, empty for none, if it says so. */
export interface SiteImageChange {
  readonly actor: Account;
  readonly frame: SiteImageFrame;
  readonly version: string | undefined;
}

type Patch = Pick<SiteImageRow, 'url'> & Partial<Pick<SiteImageRow, 'previousUrl' | 'restorableUntil'>>;

const TOLD_AS = { uploaded: 'image.replaced', removed: 'image.removed', restored: 'image.restored' } as const;

/** The one way site images are written: slot, notification and both events in one transaction, the events last. */
@Injectable()
export class SiteImageChanges {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly notices: SiteImageNotices,
    private readonly clock: Clock,
  ) {}

  /** Shows an image in a slot, or none. @throws ApiException STALE. */
  set(change: SiteImageChange, url: string | null): Promise<Positioned<SiteImage>> {
    return this.write(change, url === null ? 'removed' : 'uploaded', (before) => ({
      url,
      // The same again takes nothing away that could be brought back: what the last real change did, still can.
      ...(url !== before.url && { previousUrl: before.url, restorableUntil: this.clock.in(SITE_IMAGE_RESTORABLE_MS) }),
    }));
  }

  /** Puts a slot back as it was before its last change, once. @throws ApiException STALE or NOTHING_TO_RESTORE. */
  restore(change: SiteImageChange): Promise<Positioned<SiteImage>> {
    return this.write(change, 'restored', (before) => {
      if (!isRestorable(before, this.clock.now())) throw new ApiException('NOTHING_TO_RESTORE', 'Nothing was replaced or removed here within the hour');
      return { url: before.previousUrl, previousUrl: null, restorableUntil: null };
    });
  }

  private write({ actor, frame, version }: SiteImageChange, done: SiteImageDone, decide: (before: SiteImageRow) => Patch): Promise<Positioned<SiteImage>> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const before = await this.lock(tx, frame);
      if (version !== undefined && version !== (before.url ?? '')) {
        throw new ApiException('STALE', 'This image was changed meanwhile', { current: toSiteImage(frame, before, now) });
      }
      const [after] = await tx
        .update(siteImages)
        .set({ ...decide(before), changedAt: now, changedById: actor.id, changedByName: actor.name })
        .where(eq(siteImages.slot, frame.slot))
        .returning();
      if (after === undefined) throw new Error('A locked row went');
      await this.notices.changed(tx, frame, before.changedById, done, actor);
      return new Positioned(toSiteImage(frame, after, now), 'site-settings', await this.tell(tx, frame, after.url, done, actor));
    });
  }

  /** Slots have a row from their first change on. */
  private async lock(tx: Transaction, { slot }: SiteImageFrame): Promise<SiteImageRow> {
    await tx.insert(siteImages).values({ slot }).onConflictDoNothing();
    const [row] = await tx.select().from(siteImages).where(eq(siteImages.slot, slot)).for('update');
    if (row === undefined) throw new Error(`The slot ${slot} has no row`);
    return row;
  }

  private async tell(tx: Transaction, frame: SiteImageFrame, url: string | null, done: SiteImageDone, account: Account) {
    const actor = actorOf(account);
    const [first, ...further] = siteImageEvents(frame, url);
    let position = await this.log.append(tx, { ...first, kind: TOLD_AS[done], actor, subject: { id: frame.slot, label: frame.slot } });
    for (const event of further) position = await this.log.appendFurther(tx, event, actor);
    return position;
  }
}
