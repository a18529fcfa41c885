import { ErrorHandler, provideBrowserGlobalErrorListeners, type ApplicationConfig } from '@angular/core';
import { provideRouter, TitleStrategy, withAutoCleanupInjectors } from '@angular/router';
import { routes } from './app.routes';
import { API_ORIGIN } from './core/api/api-address';
import { ClientErrors } from './core/client-errors';
import { provideConstructedStyles } from './core/constructed-styles';
import { provideGuards } from './core/guard/provide-guards';
import { provideI18n } from './core/i18n/provide-i18n';
import { PageTitles } from './core/page-titles';
import { provideSession } from './core/session/provide-session';
import { IMAGE_ORIGIN } from './ui/image-origin';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideConstructedStyles(),
    provideGuards(),
    { provide: ErrorHandler, useExisting: ClientErrors },
    // What a route provided goes with it: after a sign-out nothing of the signed-in part is left in memory.
    provideRouter(routes, withAutoCleanupInjectors()),
    provideSession(),
    { provide: TitleStrategy, useExisting: PageTitles },
    provideI18n(),
    { provide: IMAGE_ORIGIN, useExisting: API_ORIGIN },
  ],
};
