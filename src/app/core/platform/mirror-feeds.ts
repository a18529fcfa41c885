import { inject, Service } from '@angular/core';
import type { Notification } from '#contract/notifications';
import type { PartnerRequest, PartnerRequestsQuery } from '#contract/partner-places';
import type { PublicUser, UsersQuery } from '#contract/users';
import { MirrorFeed, pause } from '@moien/live/unnumbered';
import type { SlotUrl } from '../api/site-settings-api';
import { NOTIFICATION_RULES, PARTNER_REQUEST_RULES, USER_RULES } from '../realtime/row-rules';
import { SITE_IMAGE_RULES } from '../realtime/site-image-rules';
import { NotificationsMirror } from './notifications-mirror';
import { PartnerPlacesMirror } from './partner-places-mirror';
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

@Service({ autoProvided: false })
export class SiteImagesMirrorFeed extends MirrorFeed<SlotUrl, unknown> {
  constructor() {
    super(inject(SiteImagesMirror).mirror, SITE_IMAGE_RULES, pause);
  }
}
