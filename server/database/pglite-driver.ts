import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { StartupError } from '../config/startup-error';
import { DataFolderLock } from './data-folder-lock';
import { MIGRATIONS_FOLDER, type Driver } from './driver';
import * as schema from './schema';

/**
 * Opens the embedded PostgreSQL: `dataDir/postgres`, or one in memory for `memory://`. It has a single connection, so
 * transactions run one after the other; using the plain `db` inside a transaction would wait for ever.
 *
 * @param loadDataDir a dump of a data folder, to begin with in place of an empty one.
 * @throws StartupError when the folder is in use or cannot be opened.
 */
export async function openPglite(dataDir: string, loadDataDir?: Blob): Promise<Driver> {
  const lock = dataDir === 'memory://' ? undefined : DataFolderLock.acquire(dataDir);
  try {
    const client = await PGlite.create({
      dataDir: lock === undefined ? dataDir : join(dataDir, 'postgres'),
      extensions: { pg_trgm },
      ...(loadDataDir && { loadDataDir }),
    });
    const db = drizzle({ client, schema, casing: 'snake_case' });
    await migrate(db, { migrationsFolder: MIGRATIONS_FOLDER });
    return {
      db,
      crashed: lock?.wasAbandoned ?? false,
      listen: async (channel, wake) => {
        await client.listen(channel, wake);
      },
      close: async () => {
        await client.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartupError(`The database in ${dataDir} cannot be opened (${reason.split('\n')[0] ?? ''}). Move the folder away to start with an empty one.`);
  }
}
