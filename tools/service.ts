import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ServiceOptions {
  /** As in the messages about it: `server`. */
  readonly name: string;
  /** Our TypeScript, run by tools/ts.mjs. */
  readonly script: string;
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** What answers once it is ready. */
  readonly url: string;
}

/** A process of ours that listens: `server/main.ts`, `tools/serve-client.ts`. */
export interface Service {
  /** Settles when it answers. Rejects with the reason when it ends before that. */
  readonly ready: Promise<void>;
  /** Settles when the process is gone, with the reason in words. */
  readonly ended: Promise<string>;
  /** Asks it to end and waits until it has; after ten seconds it is not asked any more. */
  stop(): Promise<void>;
}

const POLL_MS = 100;
const STOP_TIMEOUT_MS = 10_000;

/** Starts a service. It writes to our terminal as if it had it to itself. */
export function startService({ name, script, args = [], env, url }: ServiceOptions): Service {
  const child = spawn(process.execPath, ['--import', './tools/ts.mjs', '--import', './tools/end-with-starter.mjs', script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`The ${name} did not start: ${error.message}`));
    child.once('exit', (code, signal) => resolve(`The ${name} ended (${signal ?? `exit code ${String(code)}`}).`));
  });
  return { ready: answered(url, ended), ended, stop: () => stop(child, ended) };
}

async function answered(url: string, ended: Promise<string>): Promise<void> {
  while (!(await isAnswered(url))) {
    const reason = await Promise.race([ended, sleep(POLL_MS)]);
    if (reason !== undefined) throw new Error(reason);
  }
}

async function isAnswered(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(kill);
}
