import { HttpBackend, provideHttpClient, withInterceptors } from '@angular/common/http';
import { type EnvironmentProviders, inject, makeEnvironmentProviders, provideAppInitializer } from '@angular/core';
import { ApiBackend } from '../api/api-backend';
import { serverTime } from '../api/server-time';
import { bearer } from './bearer';
import { Session } from './session';
import { routeSession } from './session-routing';

/** The session and the HTTP client that speaks for it. Restoring starts with the app and holds up nothing but the guards. */
export function provideSession(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideHttpClient(withInterceptors([bearer, serverTime])),
    { provide: HttpBackend, useExisting: ApiBackend },
    provideAppInitializer(() => {
      routeSession();
      void inject(Session).restore();
    }),
  ]);
}
