import * as v from 'valibot';
import { ImageUrl } from './primitives';

export const LANDING_SLOTS = ['hero', 'whyFresh', 'whyFast', 'whySupport', 'whyQuality', 'carousel1', 'carousel2', 'carousel3', 'carousel4'] as const;
export const ABOUT_SLOTS = ['aboutHero', 'aboutStory', 'aboutFeature1', 'aboutFeature2', 'aboutFeature3'] as const;
export type LandingSlot = (typeof LANDING_SLOTS)[number];
export type AboutSlot = (typeof ABOUT_SLOTS)[number];
/** The legacy hero image. It stands outside both sets and is not the landing slot `hero` (see docs/adr/0010). */
export const HERO_IMAGE = 'hero-image';
export type SiteImageSlot = typeof HERO_IMAGE | LandingSlot | AboutSlot;

const Url = v.nullable(ImageUrl);
const slotMap = <const TSlots extends readonly [string, ...string[]]>(slots: TSlots) =>
  v.strictObject(Object.fromEntries(slots.map((slot) => [slot, v.optional(Url)])) as { [S in TSlots[number]]: v.OptionalSchema<typeof Url, undefined> });
const imagesOf = <const TSlots extends readonly [string, ...string[]]>(slots: TSlots) =>
  v.object(Object.fromEntries(slots.map((slot) => [slot, v.optional(Url, null)])) as { [S in TSlots[number]]: v.OptionalSchema<typeof Url, null> });

/** `hero-image.updated`, and the answer of `GET /site-settings/hero-image`. */
export const HeroImage = v.strictObject({ url: Url });
/** `landing-image.updated`. */
export const LandingImageUpdated = v.strictObject({ slot: v.picklist(LANDING_SLOTS), url: Url });
/** `about-image.updated`. */
export const AboutImageUpdated = v.strictObject({ slot: v.picklist(ABOUT_SLOTS), url: Url });
/** `landing-images.updated`: only the slots that changed. Unknown slots and hostile keys are refused whole. */
export const LandingImagesPatch = slotMap(LANDING_SLOTS);
/** `about-images.updated`: only the slots that changed. */
export const AboutImagesPatch = slotMap(ABOUT_SLOTS);

export type HeroImage = Readonly<v.InferOutput<typeof HeroImage>>;
export type LandingImageUpdated = Readonly<v.InferOutput<typeof LandingImageUpdated>>;
export type AboutImageUpdated = Readonly<v.InferOutput<typeof AboutImageUpdated>>;
export type LandingImagesPatch = Readonly<v.InferOutput<typeof LandingImagesPatch>>;
export type AboutImagesPatch = Readonly<v.InferOutput<typeof AboutImagesPatch>>;

/** `GET /site-settings/landing-images` and `/about-images`: every slot. Slots of a newer server are left out of the result. */
export const LandingImages = imagesOf(LANDING_SLOTS);
export const AboutImages = imagesOf(ABOUT_SLOTS);
export type LandingImages = Readonly<v.InferOutput<typeof LandingImages>>;
export type AboutImages = Readonly<v.InferOutput<typeof AboutImages>>;
