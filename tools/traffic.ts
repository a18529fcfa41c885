// Makes real changes to a running server's users, partner requests and site images, through its REST API, so that there is something to watch.
//   npm run traffic -- --rate 20 [--minutes 5] [--only users|partners|images] [--api http://localhost:3000]
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { AdminApi, ApiError } from './admin-api';
import { ImageChanges } from './traffic/image-changes';
import { PartnerChanges } from './traffic/partner-changes';
import { Changes } from './traffic/changes';

/** A slow server gets no more than this at once, whatever the rate. */
const IN_FLIGHT_MAX = 16;
const REPORT_EVERY_MS = 5000;
/** Most of what happens concerns users; the site changes its images rarely. */
const SHARES = {
  all: { users: 0.74, partners: 0.24, images: 0.02 },
  users: { users: 1, partners: 0, images: 0 },
  partners: { users: 0, partners: 1, images: 0 },
  images: { users: 0, partners: 0, images: 1 },
} as const;

const { values: options } = parseArgs({
  options: {
    rate: { type: 'string', default: '20' },
    minutes: { type: 'string', default: 'Infinity' },
    only: { type: 'string', default: 'all' },
    api: { type: 'string', default: 'http://localhost:3000' },
  },
});
const rate = Number(options.rate);
const minutes = Number(options.minutes);
if (!(rate > 0 && rate <= 1000) || !(minutes > 0)) end('--rate is changes a second, up to 1000; --minutes a positive number.');

if (!Object.hasOwn(SHARES, options.only)) end('--only is users, partners or images.');
const share = SHARES[options.only as keyof typeof SHARES];

const done = { new: 0, changed: 0, deleted: 0, refused: 0, unanswered: 0 };
const stop = new AbortController();
const started = performance.now();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

const api = await signIn();
const users = new Changes(api);
const partners = new PartnerChanges(api);
const images = new ImageChanges(api);
await Promise.all([users.load(), partners.load()]).catch((error: unknown) => end(reason(error)));
console.log(`${String(rate)} changes a second at ${options.api}; Ctrl-C ends it.`);
const reporting = setInterval(report, REPORT_EVERY_MS);
await makeChanges().catch((error: unknown) => {
  process.exitCode = 1;
  console.error(reason(error));
});
clearInterval(reporting);
report();
await api.signOut().catch(() => undefined); // The server may be gone: then so is the session.

/** Paces by the clock, not by counting pauses: what a pause took too long is made up for. */
async function makeChanges(): Promise<void> {
  const inFlight = new Set<Promise<void>>();
  let lost: Error | undefined;
  for (let sent = 0; !stop.signal.aborted && performance.now() - started < minutes * 60_000; sent++) {
    if (inFlight.size >= IN_FLIGHT_MAX) await Promise.race(inFlight);
    const change = makeChange()
      .catch((error: unknown) => {
        lost = error as Error;
        stop.abort();
      })
      .finally(() => inFlight.delete(change));
    inFlight.add(change);
    await sleep(Math.max(0, started + ((sent + 1) * 1000) / rate - performance.now()), undefined, { signal: stop.signal }).catch(() => undefined);
  }
  await Promise.all(inFlight);
  if (lost !== undefined) throw lost;
}

/** Goes on while the server is away, so that one can watch what its coming back does. */
async function makeChange(): Promise<void> {
  try {
    const dice = Math.random();
    const what = dice < share.images ? images : dice < share.images + share.partners ? partners : users;
    done[await what.make()]++;
  } catch (error) {
    if (error instanceof TypeError) done.unanswered++;
    // Another admin was faster, or a made-up phone number is taken: that is traffic too. A session that has ended is not.
    else if (error instanceof ApiError && error.status !== 401) done.refused++;
    else throw error;
  }
}

function report(): void {
  const seconds = Math.round((performance.now() - started) / 1000);
  const { refused, unanswered } = done;
  const trouble = refused + unanswered === 0 ? '' : `; ${String(refused)} refused, ${String(unanswered)} unanswered`;
  console.log(`${String(seconds).padStart(5)} s  ${String(done.new)} new, ${String(done.changed)} changed, ${String(done.deleted)} deleted${trouble}`);
}

async function signIn(): Promise<AdminApi> {
  const file = join(process.env['DATA_DIR'] ?? '.data', 'admin-password');
  const password = process.env['ADMIN_PASSWORD'] ?? (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined);
  if (password === undefined) return end(`No password: set ADMIN_PASSWORD, or start the server first (it writes ${file}).`);
  return AdminApi.signIn(options.api, process.env['ADMIN_EMAIL'] ?? 'admin@moien.lu', password).catch((error: unknown) => end(reason(error)));
}

function reason(error: unknown): string {
  if (error instanceof ApiError) return `The server says ${error.message}`;
  return error instanceof TypeError ? `No server answers at ${options.api}: start it with npm start.` : String(error);
}

function end(why: string): never {
  console.error(why);
  process.exit(1);
}
