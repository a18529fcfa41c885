import { HttpBackend, provideHttpClient, withInterceptors } from '@angular/common/http';
import { type EnvironmentProviders, inject, makeEnvironmentProviders, provideAppInitializer } from '@angular/core';
import { ProgressBackend } from '../api/progress-backend';
import { bearer } from './bearer';
import { Session } from './session';
import { routeSession } from './session-routing';

/** The session and the HTTP client that speaks for it. Restoring starts with the app and holds up nothing but the guards. */
export function provideSession(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideHttpClient(withInterceptors([bearer])),
    { provide: HttpBackend, useExisting: ProgressBackend },
    provideAppInitializer(() => {
      routeSession();
      void inject(Session).restore();
    }),
  ]);
}
