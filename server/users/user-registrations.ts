import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { dayIn } from '#contract/days';
import { sql } from 'drizzle-orm';
import { CONFIG, type Config } from '../config/config';
import { Database } from '../database/database';
import type { Transaction } from '../database/driver';
import { businessZone, userRegistrations, users, type UserRow } from '../database/schema';

/** Counts registrations by the business's day and by country. */
@Injectable()
export class UserRegistrations implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Counts everyone anew where days were counted in another zone until now. */
  async onApplicationBootstrap(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [counted] = await tx.select().from(businessZone).for('update');
      if (counted?.name === this.config.timeZone) return;
      // Registrations wait: what is counted is who is there.
      await tx.execute(sql`LOCK TABLE ${users} IN SHARE ROW EXCLUSIVE MODE`);
      await this.recount(tx);
      await tx.delete(businessZone);
      await tx.insert(businessZone).values({ name: this.config.timeZone });
    });
  }

  /** Counts a user that came (1) or went (-1) on the day of its registration. Belongs into the transaction of that change. */
  async count(tx: Transaction, { createdAt, countryCode }: Pick<UserRow, 'createdAt' | 'countryCode'>, n: 1 | -1): Promise<void> {
    await tx
      .insert(userRegistrations)
      .values({ day: dayIn(this.config.timeZone, createdAt), countryCode, n })
      .onConflictDoUpdate({ target: [userRegistrations.day, userRegistrations.countryCode], set: { n: sql`${userRegistrations.n} + ${n}` } });
  }

  /** Counts everyone anew, after users were written in bulk. */
  async recount(tx: Transaction): Promise<void> {
    await tx.delete(userRegistrations);
    await tx.execute(sql`
      INSERT INTO user_registrations (day, country_code, n)
      SELECT (created_at AT TIME ZONE ${this.config.timeZone})::date, country_code, count(*) FROM users GROUP BY 1, 2`);
  }
}
