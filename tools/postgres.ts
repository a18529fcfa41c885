import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port';
import { findPostgres } from './postgres-binaries.mjs';

export interface ThrowawayPostgres {
  /** A superuser's address of the `postgres` database; make databases of your own in it. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Faster, and unsafe in a way that only a throwaway may be. */
const UNSAFE = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];

/** Starts an empty PostgreSQL in a temporary folder, on a free port of this machine only; undefined where none is installed. */
export async function startPostgres(): Promise<ThrowawayPostgres | undefined> {
  const bin = findPostgres();
  if (bin === undefined) return undefined;
  const user = unprivileged();
  const dir = mkdtempSync(join(tmpdir(), 'postgres-'));
  if (user !== undefined) chownSync(dir, user.uid, user.gid);
  const as = { ...user, cwd: dir, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' } };
  execFileSync(join(bin, 'initdb'), ['-D', 'data', '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...as,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const port = String(await freePort());
  const options = UNSAFE.flatMap((option) => ['-c', option]);
  const child = spawn(join(bin, 'postgres'), ['-D', 'data', '-p', port, '-h', '127.0.0.1', '-k', dir, ...options], {
    ...as,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      rmSync(dir, { recursive: true, force: true });
      resolve();
    });
  });
  await ready(child, ended);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: () => {
      child.kill('SIGINT'); // PostgreSQL's "fast" shutdown: it does not wait for clients to leave.
      return ended;
    },
  };
}

function ready({ stderr }: ChildProcess, ended: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('ready to accept connections')) resolve();
    });
    void ended.then(() => {
      reject(new Error(`PostgreSQL did not start:\n${log}`));
    });
  });
}

/** PostgreSQL refuses to run as root, so root runs it as somebody else. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
