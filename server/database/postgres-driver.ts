import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { StartupError } from '../config/startup-error';
import { MIGRATIONS_FOLDER, type Driver } from './driver';
import { PostgresListener } from './postgres-listener';
import * as schema from './schema';

/** Any number that nothing else in this database locks by. */
const MIGRATION_LOCK = 7_264_201;

/**
 * Connects to a PostgreSQL that several server processes may share.
 *
 * @throws StartupError when it cannot be reached or set up.
 */
export async function openPostgres(url: string): Promise<Driver> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'moien',
    connectionTimeoutMillis: 5_000,
    // A process that froze inside a write would hold its stream's lock, and stop everyone else's writes.
    idle_in_transaction_session_timeout: 10_000,
  });
  // Idle connections may break; the pool replaces them. Without a listener the process would end.
  pool.on('error', () => undefined);
  try {
    const db = drizzle({ client: pool, schema, casing: 'snake_case' });
    await migrateAlone(pool, () => migrate(db, { migrationsFolder: MIGRATIONS_FOLDER }));
    const listener = new PostgresListener(url);
    return {
      db,
      crashed: false,
      listen: (channel, wake) => listener.listen(channel, wake),
      close: async () => {
        await listener.close();
        await pool.end();
      },
    };
  } catch (error) {
    await pool.end();
    throw new StartupError(
      `The database of DATABASE_URL cannot be used: ${error instanceof Error ? error.message || String('code' in error && error.code) : String(error)}`,
    );
  }
}

/** Several processes may start at once, and drizzle's migrator takes no lock of its own. */
async function migrateAlone(pool: pg.Pool, run: () => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await run();
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    client.release();
  }
}
