import type { SiteImageFrame } from '#contract/site-image-slots';
import type { AboutSlot, LandingSlot } from '#contract/site-settings';
import type { AnyBroadcast } from '../stream/log-entry';

/** The broadcasts that tell of one slot's change: of the hero image one, of the others the change alone and as a patch for merging. */
export function siteImageEvents({ page, slot }: SiteImageFrame, url: string | null): readonly [AnyBroadcast, ...AnyBroadcast[]] {
  const stream = 'site-settings';
  switch (page) {
    case 'hero':
      return [{ stream, event: 'hero-image.updated', payload: { url } }];
    case 'landing':
      return [
        { stream, event: 'landing-image.updated', payload: { slot: slot as LandingSlot, url } },
        { stream, event: 'landing-images.updated', payload: { [slot]: url } },
      ];
    case 'about':
      return [
        { stream, event: 'about-image.updated', payload: { slot: slot as AboutSlot, url } },
        { stream, event: 'about-images.updated', payload: { [slot]: url } },
      ];
  }
}
