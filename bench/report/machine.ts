import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';
import type { Browser } from '../browser/browser';

/** What the numbers were measured on, in lines of Markdown. The load is that of before the run: others' work spoils it. */
export async function describeMachine(browser: Browser): Promise<readonly string[]> {
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).stdout.trim();
  return [
    `${String(availableParallelism())} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${process.platform} ${release()}`,
    `load before the run ${loadavg()[0]?.toFixed(1) ?? '?'}`,
    `Node ${process.versions.node}, ${await browser.version()}, headless`,
    `${new Date().toISOString().slice(0, 10)}, commit ${commit}`,
  ];
}
