import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** `server/main.ts` in a process of its own. */
export class ServerProcess {
  /** What it wrote to its error output. */
  errors = '';
  private readonly child: ChildProcessByStdio<null, Readable, Readable>;
  private readonly exit: Promise<unknown[]>;

  constructor(environment: NodeJS.ProcessEnv) {
    this.child = spawn(process.execPath, ['--import', './tools/ts.mjs', 'server/main.ts'], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.exit = once(this.child, 'exit');
    this.child.stderr.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
  }

  /** @returns the address it says it is ready at. @throws when it ends before that. */
  async ready(): Promise<string> {
    for await (const line of createInterface({ input: this.child.stdout })) {
      const url = /^READY (\S+)$/u.exec(line)?.[1];
      if (url === undefined) continue;
      this.child.stdout.resume();
      return url;
    }
    throw new Error(`The server ended: ${this.errors}`);
  }

  /** @returns its exit code, once it has one. */
  async ended(): Promise<unknown> {
    return (await this.exit)[0];
  }

  /** Asks it to end. @returns its exit code. */
  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<unknown> {
    this.child.kill(signal);
    return this.ended();
  }
}
