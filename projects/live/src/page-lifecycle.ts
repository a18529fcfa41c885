import { DestroyRef, DOCUMENT, inject } from '@angular/core';

const PULSE_MS = 1_000;
/** A pulse this late means that the page was asleep. */
const ASLEEP_MS = 5_000;

/** What something live wants to know of the page it is shown on. */
export interface LivesOnPage {
  /** Nothing heard so far can be relied on: asks the server at once. */
  check(): void;
  setVisible(isVisible: boolean): void;
  setOnline(isOnline: boolean): void;
  /** Begins, or ends, to check now and then. */
  watch(isVisible: boolean): void;
}

/**
 * Tells something live, for as long as the injection context lives, what the page goes through: hidden and shown, frozen, restored, without
 * a network. @param pulse called each second.
 */
export function followPageLifecycle(live: LivesOnPage, pulse: () => void): void {
  const document = inject(DOCUMENT);
  const window = document.defaultView ?? globalThis.window;
  let beat = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    if (now - beat > ASLEEP_MS && !document.hidden) live.check();
    beat = now;
    pulse();
  }, PULSE_MS);
  const gone = new AbortController();
  const on = (target: EventTarget, event: string, run: (event: Event) => void): void => {
    target.addEventListener(event, run, { signal: gone.signal });
  };
  on(document, 'visibilitychange', () => {
    beat = performance.now();
    live.setVisible(!document.hidden);
  });
  on(window, 'pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) live.check();
  });
  for (const event of ['online', 'offline']) {
    on(window, event, () => {
      live.setOnline(window.navigator.onLine);
    });
  }
  if (!window.navigator.onLine) live.setOnline(false);
  live.watch(!document.hidden);
  inject(DestroyRef).onDestroy(() => {
    clearInterval(timer);
    gone.abort();
  });
}
