import { compareText } from '#contract/text';
import { MirrorFeed } from '@moien/live/unnumbered';
import { inject, Service } from '@angular/core';
import type { Notification } from '#contract/notifications';
import type { PartnerRequest, PartnerRequestsQuery } from '#contract/partner-places';
import { SITE_IMAGE_FRAMES } from '#contract/site-image-slots';
import type { PublicUser, UsersQuery } from '#contract/users';
import type { SlotUrl } from '../api/site-settings-api';
import { NOTIFICATION_RULES, PARTNER_REQUEST_RULES, USER_RULES } from '../realtime/row-rules';
import { NotificationsMirror } from './notifications-mirror';
import { PartnerPlacesMirror } from './partner-places-mirror';
import { pause } from './pause';
import { SiteImagesMirror } from './site-images-mirror';
import { UsersMirror } from './users-mirror';

/** The live lists' questions, answered out of what is held whole. */
@Service({ autoProvided: false })
export class UsersMirrorFeed extends MirrorFeed<PublicUser, UsersQuery> {
  constructor() {
    super(inject(UsersMirror).mirror, USER_RULES, pause);
  }
}

@Service({ autoProvided: false })
export class PartnerPlacesMirrorFeed extends MirrorFeed<PartnerRequest, PartnerRequestsQuery> {
  constructor() {
    super(inject(PartnerPlacesMirror).mirror, PARTNER_REQUEST_RULES, pause);
  }
}

@Service({ autoProvided: false })
export class NotificationsMirrorFeed extends MirrorFeed<Notification, null> {
  constructor() {
    super(inject(NotificationsMirror).mirror, NOTIFICATION_RULES, pause);
  }
}

const PLACES: ReadonlyMap<string, number> = new Map(SITE_IMAGE_FRAMES.map(({ slot }, index) => [slot, index]));

@Service({ autoProvided: false })
export class SiteImagesMirrorFeed extends MirrorFeed<SlotUrl, unknown> {
  constructor() {
    const rules = {
      id: ({ slot }: SlotUrl) => slot,
      sortKey: ({ slot }: SlotUrl) => String(PLACES.get(slot) ?? PLACES.size).padStart(2, '0'),
      compare: compareText,
      descending: () => false,
      matches: () => true,
      filters: () => false,
    };
    super(inject(SiteImagesMirror).mirror, rules, pause);
  }
}
