// `npm run bench`: measures the production build in a real Chromium and writes the tables of docs/performance.md.
//   npm run bench -- [--quick] [--only burst,sustained] [--rounds 5] [--client FOLDER]
// `--client` takes a client that was built before, to compare a change with what was.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { CLIENT_ROOT, ensureClientBuilt } from '../tools/client/build';
import { Browser } from './browser/browser';
import { contestants } from './contestants';
import { describeMachine } from './report/machine';
import { asMarkdown, writeReport } from './report/markdown';
import type { Result } from './report/result';
import { backends } from './scenarios/backends';
import { burst, pacedBurst } from './scenarios/burst';
import { calm } from './scenarios/calm';
import { commitToPaint } from './scenarios/commit-to-paint';
import { endurance } from './scenarios/endurance';
import { firstPage } from './scenarios/first-page';
import { lighthouse } from './scenarios/lighthouse';
import type { Arena, Scenario } from './scenarios/scenario';
import { overview } from './scenarios/overview';
import { sustained } from './scenarios/sustained';
import { WebServers } from './web-servers';

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  burst,
  'paced-burst': pacedBurst,
  sustained,
  'commit-to-paint': commitToPaint,
  'first-page': firstPage,
  overview,
  backends,
  lighthouse,
  calm,
  endurance,
};
const names = Object.keys(SCENARIOS);

const { quick, only, rounds, client } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: names.join(',') },
    rounds: { type: 'string' },
    client: { type: 'string' },
  },
}).values;
const chosen = only.split(',');
const unknown = chosen.filter((name) => !names.includes(name));
if (unknown.length > 0) throw new Error(`No scenario is called ${unknown.join(' or ')}: there are ${names.join(', ')}`);

if (client === undefined) ensureClientBuilt();
const built = spawnSync(process.execPath, ['node_modules/@angular/cli/bin/ng.js', 'build', 'bench-peers', '--no-progress'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (built.status !== 0) throw new Error('The peers do not build: see the messages above.');

const browser = await Browser.launch();
const web = await WebServers.start(client ?? CLIENT_ROOT);
const arena: Arena = {
  browser,
  web,
  contestants: contestants(web),
  isQuick: quick,
  rounds: Number(rounds ?? (quick ? 1 : 5)),
  log: (line) => console.log(line),
};
const machine = await describeMachine(browser);
const results: Result[] = [];
try {
  for (const name of chosen) {
    const result = await (SCENARIOS[name] as Scenario)(arena);
    results.push(result);
    // A smoke run's numbers say nothing, and another client's say nothing about this one.
    if (!quick && client === undefined) writeReport(name, machine, arena.rounds, result);
    console.log(`\n${asMarkdown(result)}\n`);
  }
} finally {
  web.close();
  await browser.close();
}

const broken = results.flatMap(({ checks }) => checks).filter(({ isKept }) => !isKept);
for (const { promise, budget, measured } of broken) console.log(`MISSED  ${promise}: ${measured} (${budget})`);
if (broken.length > 0 && !quick) process.exitCode = 1;
