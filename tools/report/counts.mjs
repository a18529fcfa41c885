import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * How many tests a runner really executed, left for `npm test` to add up, and what failed, for it to say again at
 * the end; nothing when run by itself.
 *
 * @typedef {{ passed: number, failed: number, skipped: number, failures: readonly string[] }} Counts `failures`: each
 * test's whole name, and on further lines what it said.
 * @param {Counts} counts
 */
export function writeCounts(counts) {
  const file = process.env['TEST_COUNTS'];
  if (file === undefined) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(counts));
}
