import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { asc, eq, lte, sql } from 'drizzle-orm';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { outbox } from '../database/schema';
import { Mailer } from './mailer';

const POLL_MS = 1_000;
const FIRST_RETRY_MS = 30_000;
const ATTEMPTS_MAX = 8;

type Claimed = typeof outbox.$inferSelect;

/**
 * Sends what waits in the outbox. Any number of server processes may do so at once: a message is claimed by one of them, by
 * moving its next try into the future (30 s, doubling), and taken out once it was sent. So nothing is locked while a slow
 * service is talked to, and a message whose sender died is tried again: it arrives twice only if the process died between
 * the service's yes and our taking it out, and then under the same id, by which services tell. After eight tries, about
 * an hour, it is given up with a line in the log.
 */
@Injectable()
export class OutboxWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(OutboxWorker.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Sends everything that is due. @returns how many messages left. */
  async sendDue(): Promise<number> {
    let sent = 0;
    for (let message = await this.claim(); message !== undefined; message = this.stopped ? undefined : await this.claim()) {
      if (await this.send(message)) sent++;
    }
    return sent;
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      this.running = this.sendDue()
        .catch((error: unknown) => {
          this.logger.error(error);
        })
        .finally(() => {
          if (!this.stopped) this.schedule();
        });
    }, POLL_MS);
  }

  /** One at a time: what waits for its turn can still be taken back. */
  private async claim(): Promise<Claimed | undefined> {
    const { db } = this.database;
    const next = db
      .select({ id: outbox.id })
      .from(outbox)
      .where(lte(outbox.sendAfter, this.clock.now()))
      .orderBy(asc(outbox.sendAfter))
      .limit(1)
      .for('update', { skipLocked: true });
    const retryAt = sql`${this.clock.now().toISOString()}::timestamptz + power(2, ${outbox.attempts}) * interval '1 millisecond' * ${FIRST_RETRY_MS}::integer`;
    const [claimed] = await db
      .update(outbox)
      .set({ attempts: sql`${outbox.attempts} + 1`, sendAfter: retryAt })
      .where(eq(outbox.id, next))
      .returning();
    return claimed;
  }

  private async send({ id, attempts, channel, recipient, subject, body }: Claimed): Promise<boolean> {
    try {
      await this.mailer.send(id, { channel, recipient, subject, body });
    } catch (error) {
      const last = attempts >= ATTEMPTS_MAX;
      this.logger.warn(`Message ${id} was not taken at try ${String(attempts)}${last ? ', and is given up' : ''}: ${String(error)}`);
      if (last) await this.takeOut(id);
      return false;
    }
    await this.takeOut(id);
    return true;
  }

  private async takeOut(id: string): Promise<void> {
    await this.database.db.delete(outbox).where(eq(outbox.id, id));
  }
}
