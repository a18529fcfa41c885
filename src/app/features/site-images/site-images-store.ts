import { computed, inject, Service, signal } from '@angular/core';
import type { SiteImageSlot } from '#contract/site-settings';
import type { SlotUrl } from '../../core/api/site-settings-api';
import { LiveStore } from '../../core/live/live-store';
import { SiteImagesFeed } from '../../core/realtime/site-images-feed';
import { SITE_IMAGE_RULES } from '../../core/realtime/site-image-rules';
import { SiteSettingsSocket } from '../../core/realtime/site-settings-socket';

/** There is one list of them: all. */
type AllImages = 'all';

/** The images of the site, live: a row a slot. Lives as long as the page. */
@Service({ autoProvided: false })
export class SiteImagesStore extends LiveStore<SlotUrl, AllImages> {
  /** The address of each slot's image, null for none; undefined before the first answer. */
  readonly urls = computed(() => {
    const rows = this.view()?.rows;
    return rows && new Map<SiteImageSlot, string | null>(rows.map(({ slot, url }) => [slot, url]));
  });
  /** Why no image can be changed just now; null when it can. */
  readonly pause = computed(() => {
    const { state } = this.freshness();
    return state === 'live' || state === 'late' ? null : state;
  });

  constructor() {
    super({ rules: SITE_IMAGE_RULES, feed: inject(SiteImagesFeed), socket: inject(SiteSettingsSocket), query: signal<AllImages>('all').asReadonly() });
  }

  /** Null for an empty slot, and for one the server does not know. */
  url(slot: SiteImageSlot): string | null {
    return this.urls()?.get(slot) ?? null;
  }
}
