import type { Provider, Type } from '@angular/core';
import { NotificationsApi } from '../api/notifications-api';
import { OverviewApi } from '../api/overview-api';
import { PartnerPlacesApi } from '../api/partner-places-api';
import { SessionsApi } from '../api/sessions-api';
import { SiteSettingsApi } from '../api/site-settings-api';
import { StaffApi } from '../api/staff-api';
import { UsersApi } from '../api/users-api';
import { PartnerCounts } from '../live/partner-counts';
import { UnreadCount } from '../live/unread-count';
import { NotificationsFeed } from '../realtime/notifications-feed';
import { NotificationsSocket } from '../realtime/notifications-socket';
import { PartnerPlacesFeed } from '../realtime/partner-places-feed';
import { PartnerPlacesSocket } from '../realtime/partner-places-socket';
import { SiteImagesFeed } from '../realtime/site-images-feed';
import { SiteSettingsSocket } from '../realtime/site-settings-socket';
import { UsersFeed } from '../realtime/users-feed';
import { UsersSocket } from '../realtime/users-socket';
import { ListReader } from './list-reader';
import { NotificationsMirrorFeed, PartnerPlacesMirrorFeed, SiteImagesMirrorFeed, UsersMirrorFeed } from './mirror-feeds';
import { NotificationsMirror } from './notifications-mirror';
import { PartnerPlacesMirror } from './partner-places-mirror';
import { PlatformNotificationsApi, PlatformOverviewApi, PlatformSessionsApi, PlatformStaffApi } from './platform-apis';
import { PlatformPartnerPlacesApi } from './platform-partner-places-api';
import { PlatformSiteSettingsApi } from './platform-site-settings-api';
import { PlatformUsersApi } from './platform-users-api';
import { SiteImagesMirror } from './site-images-mirror';
import { UsersMirror } from './users-mirror';
import { WorkerBackend } from './worker-backend';

/**
 * The platform's dialect, for the providers of the signed-in part: everything there asks for the same services as
 * with a server that speaks part 3, and gets these. A service that rests on one of them has to be made here as well.
 */
export function providePlatform(): Provider[] {
  return [
    ListReader,
    WorkerBackend,
    ...inPlaceOf(UsersSocket, UsersMirror),
    ...inPlaceOf(PartnerPlacesSocket, PartnerPlacesMirror),
    ...inPlaceOf(SiteSettingsSocket, SiteImagesMirror),
    ...inPlaceOf(NotificationsSocket, NotificationsMirror),
    ...inPlaceOf(UsersFeed, UsersMirrorFeed),
    ...inPlaceOf(PartnerPlacesFeed, PartnerPlacesMirrorFeed),
    ...inPlaceOf(SiteImagesFeed, SiteImagesMirrorFeed),
    ...inPlaceOf(NotificationsFeed, NotificationsMirrorFeed),
    ...inPlaceOf(UsersApi, PlatformUsersApi),
    ...inPlaceOf(PartnerPlacesApi, PlatformPartnerPlacesApi),
    ...inPlaceOf(SiteSettingsApi, PlatformSiteSettingsApi),
    ...inPlaceOf(NotificationsApi, PlatformNotificationsApi),
    ...inPlaceOf(OverviewApi, PlatformOverviewApi),
    ...inPlaceOf(StaffApi, PlatformStaffApi),
    ...inPlaceOf(SessionsApi, PlatformSessionsApi),
    PartnerCounts,
    UnreadCount,
  ];
}

function inPlaceOf<T>(port: Type<T>, adapter: Type<unknown>): Provider[] {
  return [adapter, { provide: port, useExisting: adapter }];
}
