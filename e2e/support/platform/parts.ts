import type { Accounts } from './accounts';
import type { Endpoints } from './endpoint';
import type { Notifications } from './notifications';
import type { Settings } from './options';
import type { PartnerRequests } from './partner-requests';
import type { SiteImages } from './site-images';
import type { Staff } from './staff';
import type { Uploads } from './uploads';
import type { Users } from './users';

/** What the routes act on. */
export interface Parts {
  readonly settings: Settings;
  readonly endpoints: Endpoints;
  readonly accounts: Accounts;
  readonly staff: Staff;
  readonly users: Users;
  readonly partnerRequests: PartnerRequests;
  readonly siteImages: SiteImages;
  readonly notifications: Notifications;
  readonly uploads: Uploads;
}
