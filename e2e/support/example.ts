import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const INSTALLED = 'examples/whole-list/node_modules/@moien/live';

/** Builds the library, installs what `npm pack` makes of it into the example, and builds the example with that alone. */
export function buildExample(): void {
  const packed = mkdtempSync(join(tmpdir(), 'moien-live-'));
  npm('run', '--silent', 'build:live');
  const archive = npm('pack', './dist/live', '--silent', '--pack-destination', packed).trim();
  execFileSync('tar', ['-xzf', join(packed, archive), '-C', packed]);
  rmSync(INSTALLED, { recursive: true, force: true });
  mkdirSync(INSTALLED, { recursive: true });
  cpSync(join(packed, 'package'), INSTALLED, { recursive: true });
  rmSync(packed, { recursive: true });
  execFileSync(process.execPath, ['node_modules/@angular/cli/bin/ng.js', 'build', 'example', '--no-progress'], { stdio: 'pipe' });
}

/** @returns what it printed. */
function npm(...args: string[]): string {
  return execFileSync('npm', args, { encoding: 'utf8', shell: process.platform === 'win32' });
}
