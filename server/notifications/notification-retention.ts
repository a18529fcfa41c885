import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { lt, sql } from 'drizzle-orm';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { notifications } from '../database/schema';

const KEPT_MS = 90 * 24 * 60 * 60 * 1000;
/** Of each admin, and only of those: nobody reads more. */
export const KEPT_OF_ONE = 1_000;
const EVERY_MS = 60 * 60 * 1000;

/** Forgets notifications after 90 days, and the oldest read ones of an admin who has more than a thousand. */
@Injectable()
export class NotificationRetention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(NotificationRetention.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.prune().catch((error: unknown) => {
        this.logger.error(error);
      });
    }, EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  async prune(): Promise<void> {
    const { db } = this.database;
    await db.delete(notifications).where(lt(notifications.createdAt, this.clock.in(-KEPT_MS)));
    const ranked = db
      .select({
        id: notifications.id,
        rank: sql<number>`row_number() OVER (PARTITION BY ${notifications.userId} ORDER BY ${notifications.sortKey}, ${notifications.id})`.as('rank'),
      })
      .from(notifications)
      .as('ranked');
    await db.execute(sql`DELETE FROM ${notifications} USING ${ranked} WHERE ${notifications.id} = ${ranked.id} AND ${ranked.rank} > ${KEPT_OF_ONE}`);
  }
}
