import { Service } from '@angular/core';
import type { Broadcast } from '#contract/events';
import { ABOUT_SLOTS, type AboutSlot, LANDING_SLOTS, type LandingSlot } from '#contract/site-settings';
import type { Change } from '../sync/heart/link';
import { StreamSocket } from './stream-socket';

/** One image of the site, as a row: `hero-image` is the one that stands outside both sets of slots. */
export interface SiteImage {
  readonly slot: LandingSlot | AboutSlot | 'hero-image';
  readonly url: string | null;
}

/** `/site-settings`: images replaced or removed. A slot's change comes twice, alone and as a patch, which here are the same. */
@Service()
export class SiteSettingsSocket extends StreamSocket<'site-settings', SiteImage> {
  constructor() {
    super('site-settings', imageChange);
  }
}

function imageChange(broadcast: Broadcast<'site-settings'>): Change<SiteImage> {
  switch (broadcast.event) {
    case 'hero-image.updated':
      return { kind: 'updated', row: { slot: 'hero-image', url: broadcast.payload.url } };
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
function patchChange<TSlot extends SiteImage['slot']>(
  slots: readonly TSlot[],
  patch: Readonly<Partial<Record<TSlot, string | null | undefined>>>,
): Change<SiteImage> {
  const rows = slots.flatMap((slot) => (patch[slot] === undefined ? [] : [{ slot, url: patch[slot] }]));
  const [row] = rows;
  return row && rows.length === 1 ? { kind: 'updated', row } : { kind: 'touched' };
}
