// What `npm start` and `npm test` need, made ready: packages, a Node for the scripts and, for tests, a browser, PostgreSQL and nginx.
// Runs before anything is installed, on whatever Node the machine has: built-ins only.
//   node tools/setup.mjs [--browser] [--postgres] [--nginx]
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';
import { findNginx } from './nginx-binary.mjs';
import { findPostgres } from './postgres-binaries.mjs';

const OLDEST_TO_INSTALL = '20.19.0';
/** The first with `crypto.argon2`, which hashes passwords. */
const OLDEST_FOR_SCRIPTS = '24.7.0';
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
process.chdir(root);

if (isOlder(process.versions.node, OLDEST_TO_INSTALL)) fail(`Node ${OLDEST_TO_INSTALL} or newer is needed; this is ${process.versions.node}.`);
if (!isInstalled()) {
  console.log('Installing packages (a minute or two the first time) …');
  // --loglevel=error: npm runs on the system's Node here, so each Angular package would warn about its engine.
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) fail('npm ci failed: see its message above, mend that and start again.');
}
checkNodeForScripts();
if (process.argv.includes('--browser')) ensureChromium();
if (process.argv.includes('--postgres')) ensurePostgres();
if (process.argv.includes('--nginx')) ensureNginx();

/** Whether node_modules is what the lock says, whoever put it there. npm writes its own record last, so half an install has none. */
function isInstalled() {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => path === '' || (present[path] ? present[path].version === version : optional));
}

/** Node 24 comes in as an optional dependency and stands first on every script's PATH; where it has no build, the user's own must do. */
function checkNodeForScripts() {
  const bundled = ['node', 'node.cmd'].some((name) => existsSync(join(modules, '.bin', name)));
  if (!bundled && isOlder(process.versions.node, OLDEST_FOR_SCRIPTS)) {
    fail(
      `No Node comes with the packages on ${process.platform} ${process.arch}: install Node ${OLDEST_FOR_SCRIPTS} or newer (this is ${process.versions.node}).`,
    );
  }
}

function ensureChromium() {
  if (findChromium()) return;
  console.log('Getting a Chromium for the tests …');
  if (!aptInstall('chromium') || !findChromium()) run(process.execPath, [join(modules, '@playwright', 'test', 'cli.js'), 'install', 'chromium']);
  if (!findChromium()) fail('No Chromium found: install one, or name it in CHROME_BIN.');
}

function ensurePostgres() {
  if (findPostgres()) return;
  aptInstall('postgresql');
  if (!findPostgres()) console.log('No PostgreSQL found (PG_BIN): the server is tested on the embedded database only.');
}

function ensureNginx() {
  if (findNginx()) return;
  aptInstall('nginx-light');
  if (!findNginx()) console.log('No nginx found (NGINX_BIN): the static files are not tried.');
}

/** Debian's package, where that works without asking. */
function aptInstall(name) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  return (
    run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-qq', '--yes', '--no-install-recommends', name], { DEBIAN_FRONTEND: 'noninteractive' })
  );
}

/** Runs with the system's own Node, never the one in the folder that `npm ci` is about to empty. */
function run(command, args, env = {}) {
  const PATH = process.env.PATH.split(delimiter)
    .filter((dir) => !dir.startsWith(modules))
    .join(delimiter);
  return (
    spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, PATH, ...env }, shell: process.platform === 'win32' }).status ===
    0
  );
}

function isOlder(version, than) {
  return version.localeCompare(than, 'en', { numeric: true }) < 0;
}

function fail(why) {
  console.error(why);
  process.exit(1);
}
