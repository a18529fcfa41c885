import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema';

/** The same query API over every driver: everything but a driver's raw result type. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;
/** A {@link Db} inside a transaction. */
export type Transaction = Parameters<Parameters<Db['transaction']>[0]>[0];

/** One way to reach PostgreSQL. */
export interface Driver {
  readonly db: Db;
  /** Whether the database was not closed properly last time, so that commits may be missing. */
  readonly crashed: boolean;
  /** Calls `wake` after every commit that notified `channel`, also in other processes, and after a reconnect. May miss some. */
  listen(channel: string, wake: () => void): Promise<void>;
  close(): Promise<void>;
}

export const MIGRATIONS_FOLDER = new URL('migrations', import.meta.url).pathname;
