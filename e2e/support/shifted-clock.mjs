// Preloaded into the server (NODE_OPTIONS): its time begins at CLOCK_STARTS_AT and goes on from there, so that what it says of dates is the same at each run.
import { install } from '@sinonjs/fake-timers';

install({ now: new Date(process.env['CLOCK_STARTS_AT'] ?? ''), toFake: ['Date'], shouldAdvanceTime: true });
