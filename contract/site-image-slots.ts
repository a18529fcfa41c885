import * as v from 'valibot';
import { ABOUT_SLOTS, HERO_IMAGE, LANDING_SLOTS, type AboutSlot, type LandingSlot, type SiteImageSlot } from './site-settings';

/** Where on the site a slot is, and by which endpoints and events it changes. */
export const SITE_IMAGE_PAGES = ['hero', 'landing', 'about'] as const;
export type SiteImagePage = (typeof SITE_IMAGE_PAGES)[number];

/** How the site shows a slot: its frame in pixels, of a screen with two of them to a CSS pixel. */
export interface SiteImageFrame {
  readonly page: SiteImagePage;
  readonly slot: SiteImageSlot;
  readonly width: number;
  readonly height: number;
}

const WIDE = { width: 2400, height: 1350 };
const BANNER = { width: 2400, height: 1000 };
const CARD = { width: 1200, height: 900 };
const SLIDE = { width: 1600, height: 900 };

const LANDING_FRAMES: Readonly<Record<LandingSlot, typeof WIDE>> = {
  hero: WIDE,
  whyFresh: CARD,
  whyFast: CARD,
  whySupport: CARD,
  whyQuality: CARD,
  carousel1: SLIDE,
  carousel2: SLIDE,
  carousel3: SLIDE,
  carousel4: SLIDE,
};
const ABOUT_FRAMES: Readonly<Record<AboutSlot, typeof WIDE>> = {
  aboutHero: BANNER,
  aboutStory: CARD,
  aboutFeature1: CARD,
  aboutFeature2: CARD,
  aboutFeature3: CARD,
};

/** All fifteen slots, in the order of the site. */
export const SITE_IMAGE_FRAMES: readonly SiteImageFrame[] = [
  { page: 'hero', slot: HERO_IMAGE, ...WIDE },
  ...LANDING_SLOTS.map((slot) => ({ page: 'landing' as const, slot, ...LANDING_FRAMES[slot] })),
  ...ABOUT_SLOTS.map((slot) => ({ page: 'about' as const, slot, ...ABOUT_FRAMES[slot] })),
];

/** The schema of a slot's name. */
export const SiteImageSlotName = v.picklist([HERO_IMAGE, ...LANDING_SLOTS, ...ABOUT_SLOTS]);

/** @returns where a slot's image is read, removed (DELETE), and below which it is uploaded and restored. */
export function siteImagePath(slot: SiteImageSlot): string {
  const page = SITE_IMAGE_FRAMES.find((frame) => frame.slot === slot)?.page;
  return page === 'hero' ? '/site-settings/hero-image' : `/site-settings/${page === 'about' ? 'about' : 'landing'}-images/${slot}`;
}

/**
 * Below this share of its frame, in either direction, an image looks soft. The server takes it all the same: whether a small
 * image is better than none is the admin's to say.
 */
export const SITE_IMAGE_SOFT_BELOW = 0.5;
