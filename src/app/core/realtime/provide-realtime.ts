import { type EnvironmentProviders, inject, provideEnvironmentInitializer } from '@angular/core';
import { Connection } from './connection';
import { followServer } from './follow-server';
import { NotificationsSocket } from './notifications-socket';
import { PartnerPlacesSocket } from './partner-places-socket';
import { SiteSettingsSocket } from './site-settings-socket';
import { UsersSocket } from './users-socket';

/** For the providers of the signed-in part's route, loaded lazily: no socket code before sign-in. */
export function provideRealtime(): EnvironmentProviders {
  return provideEnvironmentInitializer(() => {
    // Each listens from its making on: all of them before the first connects, so that nothing comes unheard.
    inject(UsersSocket);
    inject(PartnerPlacesSocket);
    inject(SiteSettingsSocket);
    inject(NotificationsSocket);
    followServer();
    inject(Connection).open();
  });
}
