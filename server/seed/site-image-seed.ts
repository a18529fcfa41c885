import { Injectable } from '@nestjs/common';
import { SITE_IMAGE_FRAMES } from '#contract/site-image-slots';
import type { SiteImageSlot } from '#contract/site-settings';
import type { Transaction } from '../database/driver';
import { siteImages } from '../database/schema';
import { ImageStore } from '../uploads/image-store';
import { imageHistory, type PastEntry } from './demo-history';
import { demoSiteImage } from './demo-site-images';

/** The others stay empty: that has to be seen too. */
const FILLED: ReadonlySet<SiteImageSlot> = new Set(['hero', 'carousel3', 'aboutHero', 'aboutStory', 'aboutFeature1', 'aboutFeature2']);

/** Fills some of the site's slots with drawn images, and says who changed them last. */
@Injectable()
export class SiteImageSeed {
  constructor(private readonly images: ImageStore) {}

  async write(tx: Transaction, now: Date): Promise<void> {
    const filled = SITE_IMAGE_FRAMES.filter(({ slot }) => FILLED.has(slot));
    const changed = new Map(imageHistory(now).map((entry) => [entry.subjectId, changedAs(entry)]));
    const images = await Promise.all(filled.map(async (frame, n) => ({ slot: frame.slot, url: await this.images.put(await demoSiteImage(frame, n)) })));
    const urls = new Map<SiteImageSlot, string>(images.map(({ slot, url }) => [slot, url]));
    const rows = [...new Set([...urls.keys(), ...changed.keys()])].map((slot) => ({ slot, url: urls.get(slot) ?? null, ...changed.get(slot) }));
    await tx.insert(siteImages).values(rows).onConflictDoNothing();
  }
}

function changedAs({ at, actor }: PastEntry) {
  return { changedAt: at, changedById: actor.id, changedByName: actor.name };
}
