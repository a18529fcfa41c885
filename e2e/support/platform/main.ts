// Runs the double of the customer's backend, to use the dashboard with by hand:
//   npm run platform -- [--port 3000] [--users 300] [--setting plainest|awkward] [--base /v1]
//     [--rate CHANGES_A_SECOND] [--limits off] [--token-seconds 20] [--origin http://localhost:4210]
import { parseArgs } from 'node:util';
import { churn } from './churn';
import { SETTINGS, type PlatformOptions, type SettingName } from './options';
import { Platform } from './platform';

const EMAIL = 'admin@moien.lu';
const PASSWORD = 'moien platform double';
const PARTNER_REQUESTS = 40;

const { values: given } = parseArgs({
  options: {
    port: { type: 'string', default: '3000' },
    users: { type: 'string', default: '300' },
    setting: { type: 'string', default: 'plainest' },
    base: { type: 'string' },
    rate: { type: 'string', default: '0' },
    limits: { type: 'string', default: 'on' },
    'token-seconds': { type: 'string' },
    origin: { type: 'string', multiple: true, default: [] },
  },
});
if (!Object.hasOwn(SETTINGS, given.setting)) end('--setting is plainest or awkward.');
const setting = SETTINGS[given.setting as SettingName];
const options: PlatformOptions = {
  ...setting,
  base: given.base ?? setting.base,
  origins: [...setting.origins, ...given.origin],
  limits: given.limits === 'off' ? 'off' : setting.limits,
  accessSeconds: given['token-seconds'] === undefined ? setting.accessSeconds : numberOf(given['token-seconds'], '--token-seconds'),
};
const rate = numberOf(given.rate, '--rate');
const platform = new Platform({ options, port: numberOf(given.port, '--port'), users: numberOf(given.users, '--users'), partnerRequests: PARTNER_REQUESTS });
platform.staff.create({ name: 'First Admin', email: EMAIL, password: PASSWORD });
await platform.start().catch((error: unknown) => end(String(error)));
console.log(`The platform's double (${given.setting}) answers at ${platform.origin}${options.base}; sign in as ${EMAIL} with "${PASSWORD}".`);
const changing = rate > 0 ? setInterval(() => churn(platform), 1000 / rate) : undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());

async function stop(): Promise<void> {
  clearInterval(changing);
  await platform.stop();
}

function numberOf(text: string, name: string): number {
  const number = Number(text);
  if (!(number >= 0)) end(`${name} is a number.`);
  return number;
}

function end(why: string): never {
  console.error(why);
  process.exit(1);
}
