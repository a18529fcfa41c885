// Preloaded into the server (NODE_OPTIONS): its time stands still at CLOCK_STARTS_AT, as the page's does, which follows the server's: what is said of dates and ages is the same at each run.
import { install } from '@sinonjs/fake-timers';

install({ now: new Date(process.env['CLOCK_STARTS_AT'] ?? ''), toFake: ['Date'] });
