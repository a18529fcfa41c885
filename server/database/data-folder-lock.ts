import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../config/startup-error';

/**
 * Keeps a second process out of a data folder: the embedded database would destroy its files if two wrote them. The lock is
 * a file with our process id, as PostgreSQL's own `postmaster.pid`, and stays behind when we are killed.
 */
export class DataFolderLock {
  private constructor(
    private readonly file: string,
    /** Whether the last owner went without releasing it. */
    readonly wasAbandoned: boolean,
  ) {}

  /** @throws StartupError when another process that still runs holds it, or the folder cannot be written. */
  static acquire(folder: string): DataFolderLock {
    const file = join(folder, 'server.pid');
    try {
      mkdirSync(folder, { recursive: true });
      const owner = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
      if (owner !== undefined && isRunning(owner)) {
        throw new StartupError(`The data folder ${folder} is in use by process ${String(owner)}. Stop that one first, or choose another folder with DATA_DIR.`);
      }
      writeFileSync(file, `${String(process.pid)}\n`, { flag: owner === undefined ? 'wx' : 'w' });
      return new DataFolderLock(file, owner !== undefined);
    } catch (error) {
      if (error instanceof StartupError) throw error;
      throw new StartupError(`The data folder ${folder} cannot be used: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  release(): void {
    rmSync(this.file, { force: true });
  }
}

/** A container restarts its server under the same number, so our own does not count. */
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
