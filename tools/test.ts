// `npm test`: every part, also after one has failed, quick ones first; then one summary.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { findPostgres } from './postgres-binaries.mjs';
import type { Counts } from './report/counts.mjs';

interface Outcome extends Counts {
  readonly part: string;
  readonly ok: boolean;
  readonly seconds: number;
}

/** Checks have no tests to count: they are in order or not. */
const CHECKS = ['types', 'lint'];
const RUNNERS = ['contract', 'tools', 'sync', 'unit', 'server', 'postgres', 'e2e'];
const REPORTS = 'test-results/counts';

rmSync(REPORTS, { recursive: true, force: true });
const parts = [...CHECKS, ...RUNNERS].filter((part) => part !== 'postgres' || findPostgres() !== undefined);
const outcomes = parts.map(run);
const passed = sum('passed');
const failed = sum('failed');
const closing = `${String(passed)} passed, ${String(failed)} failed`;
console.log(`\n${outcomes.map(describe).join('\n')}`);
if (!parts.includes('postgres')) console.log('postgres   not run: no PostgreSQL on this machine (PG_BIN); the server ran on the embedded database only');
console.log(closing);
mkdirSync(REPORTS, { recursive: true });
writeFileSync(`${REPORTS}/closing.txt`, `${closing}\n`);
if (outcomes.some(({ ok }) => !ok)) process.exitCode = 1;

function run(part: string): Outcome {
  console.log(`\n▶ ${part}`);
  const file = `${REPORTS}/${part}.json`;
  const start = performance.now();
  const { status } = spawnSync('npm', ['run', '--silent', `test:${part}`], {
    stdio: 'inherit',
    env: { ...process.env, TEST_COUNTS: file },
    shell: process.platform === 'win32',
  });
  const seconds = Math.round((performance.now() - start) / 1000);
  const counts = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Counts) : { passed: 0, failed: 0, skipped: 0 };
  const ran = CHECKS.includes(part) || counts.passed + counts.failed > 0;
  return { part, ...counts, seconds, ok: status === 0 && ran && counts.failed === 0 };
}

function describe({ part, ok, passed, failed, skipped, seconds }: Outcome): string {
  const counts = CHECKS.includes(part) ? '' : `${String(passed)} passed, ${String(failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ''}`;
  return `${part.padEnd(10)} ${ok ? 'ok    ' : 'FAILED'} ${String(seconds).padStart(4)} s  ${counts}`;
}

function sum(kind: 'passed' | 'failed'): number {
  return outcomes.reduce((total, outcome) => total + outcome[kind], 0);
}
