import { inject, Service } from '@angular/core';
import type { Broadcast } from '#contract/events';
import { ABOUT_SLOTS, HERO_IMAGE, LANDING_SLOTS } from '#contract/site-settings';
import { forkJoin, map } from 'rxjs';
import * as v from 'valibot';
import { ApiClient } from '../api/api-client';
import type { SlotUrl } from '../api/site-settings-api';
import { feedAnswer } from '../realtime/feed-answer';
import { SiteSettingsSocket } from '../realtime/site-settings-socket';
import { MirrorSocket } from './mirror-socket';
import { asObject, imageUrl, type Raw } from './reading';

/** The site's images of the platform, told in three parts; stands in for {@link SiteSettingsSocket}. */
@Service({ autoProvided: false })
export class SiteImagesMirror extends MirrorSocket<SlotUrl, Broadcast<'site-settings'>> {
  constructor() {
    const api = inject(ApiClient);
    const part = (path: string) => api.request('GET', `/site-settings/${path}`, v.unknown()).pipe(map(({ body }) => inner(body)));
    const images$ = forkJoin([part('hero-image'), part('landing-images'), part('about-images')]).pipe(
      map(([hero, landing, about]): SlotUrl[] => [
        { slot: HERO_IMAGE, url: imageUrl(hero, 'url', 'imageUrl') },
        ...LANDING_SLOTS.map((slot) => ({ slot, url: imageUrl(landing, slot) })),
        ...ABOUT_SLOTS.map((slot) => ({ slot, url: imageUrl(about, slot) })),
      ]),
    );
    super(inject(SiteSettingsSocket, { skipSelf: true }), { id: ({ slot }) => slot, fetch: (signal) => feedAnswer(images$, signal) });
  }
}

/** The fields of an answer, also where they are wrapped once more. @throws where there are none: no image is not the same as no answer. */
function inner(body: unknown): Raw {
  const raw = asObject(body);
  if (!raw) throw new TypeError('expected an object');
  return asObject(raw['images']) ?? asObject(raw['data']) ?? raw;
}
