import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';

// Read first, then begun: two tasks, between which a slow phone answers.
setTimeout(() => {
  bootstrapApplication(App, appConfig).catch((error: unknown) => {
    console.error(error);
    document.getElementById('not-started')?.removeAttribute('hidden');
  });
});
