import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { NotConfigured, provideApi, readClientConfig } from './app/core/api/api-address';

// Read first, then begun, once the page knows where its server is: two tasks, between which a slow phone answers.
readClientConfig(document)
  .then((config) => bootstrapApplication(App, { providers: [...appConfig.providers, provideApi(config, location)] }))
  .catch((error: unknown) => {
    console.error(error);
    document.getElementById(error instanceof NotConfigured ? 'not-configured' : 'not-started')?.removeAttribute('hidden');
  });
