// `npm test`: every part, also after one has failed; then one summary.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { findNginx } from './nginx-binary.mjs';
import { findPostgres } from './postgres-binaries.mjs';
import type { Counts } from './report/counts.mjs';

interface Outcome extends Counts {
  readonly part: string;
  readonly ok: boolean;
  readonly seconds: number;
}

/** Checks have no tests to count: they are in order or not. */
const CHECKS = ['build', 'types', 'lint'];
/** Each keeps about one core busy: they run side by side, the longest first. */
const SIDE_BY_SIDE = ['server', 'postgres', 'lint', 'sync', 'build', 'types', 'tools', 'contract'];
/** What runs in a browser keeps every core busy by itself; the journeys, on what was built before. */
const ALONE = ['unit', 'e2e'];
const LANES = Math.min(2, availableParallelism());
const REPORTS = 'test-results/counts';

rmSync(REPORTS, { recursive: true, force: true });
const hasPostgres = findPostgres() !== undefined;
const waiting = SIDE_BY_SIDE.filter((part) => part !== 'postgres' || hasPostgres);
const outcomes: Outcome[] = [];
const start = performance.now();
await Promise.all(Array.from({ length: LANES }, runWaiting));
for (const part of ALONE) outcomes.push(await run(part, 'inherit'));

const passed = sum('passed');
const failed = sum('failed');
const closing = `${String(passed)} passed, ${String(failed)} failed`;
for (const { part, failures } of outcomes) for (const failure of failures) console.log(`\n✗ ${part}: ${failure}`);
console.log(`\n${outcomes.map(describe).join('\n')}`);
if (!hasPostgres) console.log('postgres   not run: no PostgreSQL on this machine (PG_BIN); the server ran on the embedded database only');
if (findNginx() === undefined) console.log('static     not run: no nginx on this machine (NGINX_BIN); the client was served by Node only');
console.log(`${closing}, in ${String(secondsSince(start))} s`);
mkdirSync(REPORTS, { recursive: true });
writeFileSync(`${REPORTS}/closing.txt`, `${closing}\n`);
if (outcomes.some(({ ok }) => !ok)) process.exitCode = 1;

async function runWaiting(): Promise<void> {
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) outcomes.push(await run(part, 'pipe'));
}

/** @param output shown as it comes, or, where another part runs beside it, in one piece at the end. */
async function run(part: string, output: 'inherit' | 'pipe'): Promise<Outcome> {
  console.log(`▶ ${part} …`);
  const file = `${REPORTS}/${part}.json`;
  const start = performance.now();
  const child = spawn('npm', ['run', '--silent', `test:${part}`], {
    stdio: ['inherit', output, output],
    env: { ...process.env, TEST_COUNTS: file },
    shell: process.platform === 'win32',
  });
  const text: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => text.push(chunk));
  const status = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  const counts = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Counts) : { passed: 0, failed: 0, skipped: 0, failures: [] };
  const ran = CHECKS.includes(part) || counts.passed + counts.failed > 0;
  const outcome = { part, ...counts, seconds: secondsSince(start), ok: status === 0 && ran && counts.failed === 0 };
  console.log(`\n${Buffer.concat(text).toString()}\n■ ${describe(outcome)}\n`);
  return outcome;
}

function describe({ part, ok, passed, failed, skipped, seconds }: Outcome): string {
  const counts = CHECKS.includes(part) ? '' : `${String(passed)} passed, ${String(failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ''}`;
  return `${part.padEnd(10)} ${ok ? 'ok    ' : 'FAILED'} ${String(seconds).padStart(4)} s  ${counts}`;
}

function secondsSince(start: number): number {
  return Math.round((performance.now() - start) / 1000);
}

function sum(kind: 'passed' | 'failed'): number {
  return outcomes.reduce((total, outcome) => total + outcome[kind], 0);
}
