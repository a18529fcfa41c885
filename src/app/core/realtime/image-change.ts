import type { Broadcast } from '#contract/events';
import { ABOUT_SLOTS, HERO_IMAGE, LANDING_SLOTS, type SiteImageSlot } from '#contract/site-settings';
import type { Change } from '@moien/live/engine';
import type { SlotUrl } from '../api/site-settings-api';

/** What a broadcast of `/site-settings` does to the images. A slot's change comes twice, alone and as a patch, which here are the same. */
export function imageChange(broadcast: Broadcast<'site-settings'>): Change<SlotUrl> {
  switch (broadcast.event) {
    case 'hero-image.updated':
      return { kind: 'updated', row: { slot: HERO_IMAGE, url: broadcast.payload.url } };
    case 'landing-image.updated':
    case 'about-image.updated':
      return { kind: 'updated', row: broadcast.payload };
    case 'landing-images.updated':
      return patchChange(LANDING_SLOTS, broadcast.payload);
    case 'about-images.updated':
      return patchChange(ABOUT_SLOTS, broadcast.payload);
  }
}

/** A patch of more than one slot is more than one change can say: then all are read again. */
function patchChange<TSlot extends SiteImageSlot>(
  slots: readonly TSlot[],
  patch: Readonly<Partial<Record<TSlot, string | null | undefined>>>,
): Change<SlotUrl> {
  const rows = slots.flatMap((slot) => (patch[slot] === undefined ? [] : [{ slot, url: patch[slot] }]));
  const [row] = rows;
  return row && rows.length === 1 ? { kind: 'updated', row } : { kind: 'invalidated' };
}
