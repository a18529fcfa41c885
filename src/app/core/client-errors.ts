import { ErrorHandler, Service } from '@angular/core';
import { ReplaySubject } from 'rxjs';

/** `crashed`: something of ours threw. `notLoaded`: a part of the page did not come, for want of a network or because a newer build replaced it. */
export type Trouble = 'crashed' | 'notLoaded';

/** So many different errors are logged; after that they tell nothing new. */
const LOGGED_MAX = 50;

/** Takes every error that nobody expected: logs each once, and says that something has to be said to the person in front. */
@Service()
export class ClientErrors implements ErrorHandler {
  private readonly log = new ErrorHandler();
  private readonly logged = new Set<string>();
  /** What happens before anybody listens is not lost. */
  private readonly troubles = new ReplaySubject<Trouble>(1);
  /** One that repeats itself is told once, so that it does not nag; a part that does not come, each time somebody wants it. */
  readonly troubles$ = this.troubles.asObservable();

  handleError(error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (isHarmless(text)) return;
    const isNew = !this.logged.has(text) && this.logged.size < LOGGED_MAX;
    if (isNew) {
      this.logged.add(text);
      this.log.handleError(error);
    }
    if (isLoadFailure(text)) this.troubles.next('notLoaded');
    else if (isNew) this.troubles.next('crashed');
  }
}

/** The browser only puts the rest of a resize off to the next frame. */
function isHarmless(text: string): boolean {
  return text.includes('ResizeObserver loop');
}

/** What browsers say when `import()` does not get its file: Chromium and Firefox, Safari. */
function isLoadFailure(text: string): boolean {
  return /dynamically imported module|Importing a module script failed/iu.test(text);
}
