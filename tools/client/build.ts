import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where `ng build` writes the browser's files (angular.json). */
export const CLIENT_ROOT = 'dist/client/browser';
/** Beside the output, which each build empties. */
const STAMP = 'dist/client.sha256';
/** Rollup knows what a page has loaded before it, Rolldown does not yet: half as many files, 6 kB gzip less to the users' list. docs/adr/0018 */
const CHUNKING = { NG_BUILD_CHUNKS_ROLLDOWN: 'false' };
const SOURCES = [
  'src/**/*',
  'public/**/*',
  'projects/**/*',
  'contract/**/*',
  'angular.json',
  'package-lock.json',
  'tools/client/build.ts',
  'tsconfig.json',
  'tsconfig.app.json',
];

/** Builds the client, unless the last build was of the very same sources. Throws when the build fails. */
export function ensureClientBuilt(): void {
  const wanted = hashSources();
  if (existsSync(join(CLIENT_ROOT, 'index.html')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  console.log('Building the client …');
  rmSync(STAMP, { force: true });
  const { status, signal } = spawnSync(process.execPath, ['node_modules/@angular/cli/bin/ng.js', 'build', '--no-progress'], {
    stdio: 'inherit',
    env: { ...process.env, ...CHUNKING },
  });
  if (status !== 0) throw new Error(signal === null ? 'The client does not build: see the messages above.' : `The build was ended (${signal}).`);
  writeFileSync(STAMP, wanted);
}

function hashSources(): string {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, { withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'));
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}
