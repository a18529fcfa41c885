import { Injectable } from '@nestjs/common';
import type { SiteImageList } from '#contract/site-image-changes';
import { SITE_IMAGE_FRAMES } from '#contract/site-image-slots';
import type { SiteImageSlot } from '#contract/site-settings';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { siteImages, type SiteImageRow } from '../database/schema';
import { EventLog } from '../stream/event-log';
import { Positioned } from '../stream/positioned';
import { toSiteImage } from './site-image-row';

/** Reads site images, each answer with the position in the stream at which it was true. */
@Injectable()
export class SiteImageDirectory {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  /** @returns every one of these slots with its image's URL, or null. */
  urls<TSlot extends SiteImageSlot>(slots: readonly TSlot[]): Promise<Positioned<Record<TSlot, string | null>>> {
    return this.read((rows) => Object.fromEntries(slots.map((slot) => [slot, rows.get(slot)?.url ?? null])) as Record<TSlot, string | null>);
  }

  /** @returns all slots as admins see them, in the site's order. */
  list(): Promise<Positioned<SiteImageList>> {
    const now = this.clock.now();
    return this.read((rows) => ({ data: SITE_IMAGE_FRAMES.map((frame) => toSiteImage(frame, rows.get(frame.slot), now)) }));
  }

  private read<TBody>(show: (rows: ReadonlyMap<SiteImageSlot, SiteImageRow>) => TBody): Promise<Positioned<TBody>> {
    return this.database.snapshot(async (tx) => {
      const rows = await tx.select().from(siteImages);
      return new Positioned(show(new Map(rows.map((row) => [row.slot, row]))), 'site-settings', await this.log.position(tx, 'site-settings'));
    });
  }
}
