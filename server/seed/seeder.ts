import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import type { Transaction } from '../database/driver';
import { users } from '../database/schema';
import { EventLog } from '../stream/event-log';
import { markFolded } from '../users/refolded-users';
import { recount } from '../users/user-counts';
import { UserRegistrations } from '../users/user-registrations';
import { demoUsers } from './demo-users';
import { DemoPeople, HistorySeed } from './history-seed';
import { IndexesOfUsers } from './indexes-of-users';
import { PartnerSeed } from './partner-seed';
import { SiteImageSeed } from './site-image-seed';

const ROWS_A_STATEMENT = 1_000;
/** From here on it is quicker to build the indexes at the end. */
const MANY = 20_000;

/** Fills an empty database with demo users, partner requests, site images and their past. What is written is not in the log, so new histories begin. */
@Injectable()
export class Seeder {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly clock: Clock,
    private readonly partners: PartnerSeed,
    private readonly siteImages: SiteImageSeed,
    private readonly history: HistorySeed,
    private readonly registrations: UserRegistrations,
  ) {}

  /**
   * All or nothing: a seed that was interrupted can be repeated.
   *
   * @param onProgress is told how many rows have been written, every tenth of the way.
   * @returns false when there were users already; nothing was done then.
   */
  async seed(count: number, onProgress: (done: number) => void): Promise<boolean> {
    const seeded = await this.database.transaction(async (tx) => {
      // Another process may be starting just now, with the same intention.
      await tx.execute(sql`LOCK TABLE ${users} IN SHARE ROW EXCLUSIVE MODE`);
      if ((await tx.select({ id: users.id }).from(users).limit(1)).length > 0) return false;
      const indexes = await IndexesOfUsers.read(tx);
      if (count >= MANY) await indexes.drop(tx);
      const now = this.clock.now();
      const people = new DemoPeople(now);
      await this.write(tx, count, now, people, onProgress);
      if (count >= MANY) await indexes.create(tx);
      await recount(tx);
      await this.registrations.recount(tx);
      await markFolded(tx, null);
      const partners = await this.partners.write(tx);
      await this.siteImages.write(tx, now);
      await this.history.write(tx, now, people, partners);
      await this.log.rotate(tx, ['users', 'partner-places', 'site-settings']);
      return true;
    });
    if (seeded) await this.database.db.execute(sql`ANALYZE ${users}`);
    return seeded;
  }

  private async write(tx: Transaction, count: number, now: Date, people: DemoPeople, onProgress: (done: number) => void): Promise<void> {
    // Today has its registrations too, up to the hour.
    const until = new Date(new Date(now).setUTCMinutes(0, 0, 0));
    const everyTenth = Math.max(Math.ceil(count / 10), ROWS_A_STATEMENT);
    let done = 0;
    for (const rows of chunks(demoUsers(count, until), ROWS_A_STATEMENT)) {
      await insert(tx, rows);
      for (const user of rows) people.add(user);
      const before = done;
      done += rows.length;
      if (Math.floor(done / everyTenth) > Math.floor(before / everyTenth)) onProgress(done);
    }
  }
}

/** As one parameter in place of twenty a row: three times as fast. */
async function insert(tx: Transaction, rows: readonly object[]): Promise<void> {
  const named = rows.map((row) => Object.fromEntries(Object.entries(row).map(([property, value]: [string, unknown]) => [toSnakeCase(property), value])));
  await tx.execute(sql`INSERT INTO ${users} SELECT * FROM jsonb_populate_recordset(NULL::${users}, ${JSON.stringify(named)}::jsonb)`);
}

function* chunks<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
