import type { Live } from './live';
import { Refusal } from './refusal';

export const LANDING_SLOTS = ['hero', 'whyFresh', 'whyFast', 'whySupport', 'whyQuality', 'carousel1', 'carousel2', 'carousel3', 'carousel4'] as const;
export const ABOUT_SLOTS = ['aboutHero', 'aboutStory', 'aboutFeature1', 'aboutFeature2', 'aboutFeature3'] as const;
/** A page of the site with slots of its own. */
export type ImagePage = 'landing' | 'about';

/** The images of the customer's site. Each change is told twice, as itself and as a patch. */
export class SiteImages {
  private hero: string | null = null;
  private readonly maps: Readonly<Record<ImagePage, Map<string, string | null>>> = {
    landing: new Map(LANDING_SLOTS.map((slot) => [slot, null])),
    about: new Map(ABOUT_SLOTS.map((slot) => [slot, null])),
  };

  constructor(private readonly live: Live) {}

  get heroUrl(): string | null {
    return this.hero;
  }

  /** @returns every slot of a page with its address. */
  map(page: ImagePage): Readonly<Record<string, string | null>> {
    return Object.fromEntries(this.maps[page]);
  }

  setHero(url: string | null): void {
    this.hero = url;
    this.live.broadcast('site-settings', 'hero-image.updated', { url });
  }

  /** @throws Refusal */
  set(page: ImagePage, slot: string, url: string | null): void {
    this.require(page, slot);
    this.maps[page].set(slot, url);
    this.live.broadcast('site-settings', `${page}-image.updated`, { slot, url });
    this.live.broadcast('site-settings', `${page}-images.updated`, { [slot]: url });
  }

  /** @throws Refusal for a slot that there is not. */
  require(page: ImagePage, slot: string): void {
    if (!this.maps[page].has(slot)) throw new Refusal(400, `Unknown slot: ${slot}`);
  }
}
