import { inject, Service } from '@angular/core';
import type { ActivityEntry } from '#contract/activity';
import { ABOUT_SLOTS, HERO_IMAGE, LANDING_SLOTS, type SiteImageSlot } from '#contract/site-settings';
import { Texts } from './texts';
import type { Message } from './translations';

const SLOTS: readonly SiteImageSlot[] = [HERO_IMAGE, ...LANDING_SLOTS, ...ABOUT_SLOTS];

/** The name of a site image, as its page calls it; undefined for a slot that only a newer server knows. */
export function slotName(slot: string): Message | undefined {
  const known = SLOTS.find((each) => each === slot);
  return known && { key: `siteImageSlot.${known}` };
}

/** What an entry of the log is about: people and places by their own names, a site image by that of its slot. */
@Service()
export class SubjectNames {
  private readonly texts = inject(Texts);

  get({ namespace, subject }: Pick<ActivityEntry, 'namespace' | 'subject'>): string {
    const slot = namespace === 'site-settings' ? slotName(subject.id) : undefined;
    return slot ? this.texts.say(slot) : subject.label;
  }
}
