import { SITE_IMAGE_FRAMES, type SiteImageFrame } from '#contract/site-image-slots';
import type { SiteImageSlot } from '#contract/site-settings';

/** The pages of the site that have images of ours. */
export const SECTIONS = ['landing', 'about'] as const;
export type Section = (typeof SECTIONS)[number];

/** For how wide a screen the site is shown. */
export const WIDTHS = ['desktop', 'phone'] as const;
export type Width = (typeof WIDTHS)[number];

const FRAMES: ReadonlyMap<SiteImageSlot, SiteImageFrame> = new Map(SITE_IMAGE_FRAMES.map((frame) => [frame.slot, frame]));
/** Phones are upright, and so are the frames that fill them from side to side. */
const UPRIGHT: ReadonlyMap<SiteImageSlot, string> = new Map([
  ['hero', '4 / 5'],
  ['aboutHero', '4 / 3'],
]);

/** The frame that the site gives an image, in pixels. What does not fit is cut off around the middle. */
export function frameOf(slot: SiteImageSlot): SiteImageFrame {
  const frame = FRAMES.get(slot);
  if (!frame) throw new Error(`no frame for ${slot}`);
  return frame;
}

/** On which page of the site a slot is; the legacy hero belongs to the landing page. */
export function sectionOf(slot: SiteImageSlot): Section {
  return frameOf(slot).page === 'about' ? 'about' : 'landing';
}

/** Across to down, as CSS takes it. */
export function ratioOf(slot: SiteImageSlot, width: Width): string {
  const frame = frameOf(slot);
  return (width === 'phone' ? UPRIGHT.get(slot) : undefined) ?? `${String(frame.width)} / ${String(frame.height)}`;
}
