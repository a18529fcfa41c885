import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

export interface ServiceOptions {
  /** As in the messages about it: `server`. */
  readonly name: string;
  /** Our TypeScript, run by tools/ts.mjs. */
  readonly script: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Gets each line of its standard output but the one that says READY. */
  readonly onLine?: (line: string) => void;
}

/** A process of ours that listens: `server/main.ts`, `tools/serve-client.ts`. */
export interface Service {
  /** What it said READY with, such as `http://localhost:3000`. Rejects with the reason when it ends before that. */
  readonly ready: Promise<string>;
  /** Settles when the process is gone, with the reason in words. */
  readonly ended: Promise<string>;
  /** Asks it to end and waits until it has; after ten seconds it is not asked any more. */
  stop(): Promise<void>;
}

const STOP_TIMEOUT_MS = 10_000;

/** Starts a service, which says when it listens by printing `READY <url>`. */
export function startService({ name, script, env, onLine }: ServiceOptions): Service {
  const child = spawn(process.execPath, ['--import', './tools/ts.mjs', '--import', './tools/end-with-parent.mjs', script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  }) as ChildProcessByStdio<null, Readable, null>;
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => {
      resolve(`The ${name} did not start: ${error.message}`);
    });
    child.once('exit', (code, signal) => {
      resolve(`The ${name} ended (${signal ?? `exit code ${String(code)}`}).`);
    });
  });
  const ready = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /^READY (\S+)$/u.exec(line)?.[1];
      if (url === undefined) onLine?.(line);
      else resolve(url);
    });
    void ended.then((reason) => {
      reject(new Error(reason));
    });
  });
  return { ready, ended, stop: () => stop(child, ended) };
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(kill);
}
