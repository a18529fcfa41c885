import { fileURLToPath } from 'node:url';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema';

/** The same query API over every driver: everything but a driver's raw result type. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;
/** A {@link Db} inside a transaction. */
export type Transaction = Parameters<Parameters<Db['transaction']>[0]>[0];

export type Wake = (payload?: string) => void;

/** One way to reach PostgreSQL. */
export interface Driver {
  readonly db: Db;
  /** Whether the database was not closed properly last time, so that commits may be missing. */
  readonly crashed: boolean;
  /**
   * Calls `wake` with what was sent along after every commit that notified `channel`, in any process, and without anything
   * after a reconnect. While the connection is broken it misses some: back it up with a poll.
   */
  listen(channel: string, wake: Wake): Promise<void>;
  close(): Promise<void>;
}

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('migrations', import.meta.url));
