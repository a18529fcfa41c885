import { Injectable } from '@nestjs/common';
import { SITE_IMAGE_FRAMES } from '#contract/site-image-slots';
import type { SiteImageSlot } from '#contract/site-settings';
import type { Transaction } from '../database/driver';
import { siteImages } from '../database/schema';
import { ImageStore } from '../uploads/image-store';
import { demoSiteImage } from './demo-site-images';

/** The others stay empty: that has to be seen too. */
const FILLED: ReadonlySet<SiteImageSlot> = new Set(['hero', 'carousel3', 'aboutHero', 'aboutStory', 'aboutFeature1', 'aboutFeature2']);

/** Fills some of the site's slots with drawn images, as they were before anybody changed them. */
@Injectable()
export class SiteImageSeed {
  constructor(private readonly images: ImageStore) {}

  async write(tx: Transaction): Promise<void> {
    const filled = SITE_IMAGE_FRAMES.filter(({ slot }) => FILLED.has(slot));
    const rows = await Promise.all(filled.map(async (frame, n) => ({ slot: frame.slot, url: await this.images.put(await demoSiteImage(frame, n)) })));
    await tx.insert(siteImages).values(rows).onConflictDoNothing();
  }
}
