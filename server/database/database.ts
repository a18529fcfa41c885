import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import type { Db, Driver, Transaction, Wake } from './driver';

/** The database as the rest of the server sees it, whichever driver is behind it. */
@Injectable()
export class Database implements OnApplicationShutdown {
  constructor(private readonly driver: Driver) {}

  /** For single statements. Never use it inside {@link transaction} or {@link snapshot}: take the `tx` given there. */
  get db(): Db {
    return this.driver.db;
  }

  /** @see Driver.crashed */
  get crashed(): boolean {
    return this.driver.crashed;
  }

  /** Runs a write: READ COMMITTED, all or nothing. Rolled back when `work` throws. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.driver.db.transaction(work);
  }

  /** Runs several reads that all see the same moment. */
  snapshot<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.driver.db.transaction(work, { isolationLevel: 'repeatable read', accessMode: 'read only' });
  }

  /** Wakes every process that listens to `channel`, once `tx` has committed. */
  async notify(tx: Transaction, channel: string, payload = ''): Promise<void> {
    await tx.execute(sql`SELECT pg_notify(${channel}, ${payload})`);
  }

  /** @see Driver.listen */
  listen(channel: string, wake: Wake): Promise<void> {
    return this.driver.listen(channel, wake);
  }

  /** Last in Nest's order: by then no request and no socket is left that could need it. */
  async onApplicationShutdown(): Promise<void> {
    await this.driver.close();
  }
}
