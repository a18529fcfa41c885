import type { Timers } from '@moien/live/engine';

/** The browser's time. `performance.now()` never goes back, whatever the wall clock does. */
export const BROWSER_TIMERS: Timers = {
  now: () => performance.now(),
  random: () => Math.random(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
