import { randomUUID } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import pg from 'pg';
import { Database } from '../database/database';
import { MIGRATIONS_FOLDER } from '../database/driver';
import { openPglite } from '../database/pglite-driver';
import { openPostgres } from '../database/postgres-driver';

/** A database of its own for one spec: in memory, or, with TEST_DATABASE_URL, one made on that PostgreSQL and dropped again. */
export interface TestDatabase {
  /** Undefined for the embedded one. */
  readonly url: string | undefined;
  /** With its schema up to date. */
  readonly open: () => Promise<Database>;
  readonly drop: () => Promise<void>;
}

/** @param server the address of a PostgreSQL to make it on. */
export async function createTestDatabase(server = process.env['TEST_DATABASE_URL']): Promise<TestDatabase> {
  if (server === undefined) {
    return { url: undefined, open: async () => new Database(await openPglite('memory://', await migratedDataFolder())), drop: () => Promise.resolve() };
  }
  const name = `spec_${randomUUID().replaceAll('-', '')}`;
  await execute(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = name;
  return {
    url: url.href,
    open: async () => new Database(await openPostgres(url.href)),
    drop: () => execute(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** The same, open, for specs that need no more of the server. */
export async function openTestDatabase(): Promise<{ readonly database: Database; readonly close: () => Promise<void> }> {
  const { open, drop } = await createTestDatabase();
  const database = await open();
  return {
    database,
    close: async () => {
      await database.onApplicationShutdown();
      await drop();
    },
  };
}

let dumped: Promise<Blob> | undefined;

/** What `initdb` and all migrations make, which take longer than all else that a server does to start: made once, and copied for each spec. */
function migratedDataFolder(): Promise<Blob> {
  dumped ??= PGlite.create({ extensions: { pg_trgm } }).then(async (fresh) => {
    await migrate(drizzle({ client: fresh }), { migrationsFolder: MIGRATIONS_FOLDER });
    const dump = await fresh.dumpDataDir('none');
    await fresh.close();
    return dump;
  });
  return dumped;
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
