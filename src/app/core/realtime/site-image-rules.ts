import { SITE_IMAGE_FRAMES } from '#contract/site-image-slots';
import { compareText } from '#contract/text';
import type { RowRules } from '@moien/live/engine';
import type { SlotUrl } from '../api/site-settings-api';

const PLACES: ReadonlyMap<string, number> = new Map(SITE_IMAGE_FRAMES.map(({ slot }, index) => [slot, index]));

/** A row a slot, in the order of the site. Separate from the other rules, so that no other page loads the frames. */
export const SITE_IMAGE_RULES: RowRules<SlotUrl, unknown> = {
  id: ({ slot }) => slot,
  sortKey: ({ slot }) => String(PLACES.get(slot) ?? PLACES.size).padStart(2, '0'),
  compare: compareText,
  descending: () => false,
  matches: () => true,
  filters: () => false,
};
