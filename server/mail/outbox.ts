import { Injectable } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import { Clock } from '../clock/clock';
import type { Transaction } from '../database/driver';
import { outbox } from '../database/schema';
import type { Message } from './message';

/** How a message waits: not at all by default. */
export interface Waiting {
  readonly delayMs?: number;
  /** Names what the message is about, such as `ban:<id>`, for {@link Outbox.cancel}. */
  readonly cause?: string;
}

/** Messages that leave once the change they tell of has committed, and only then. {@link OutboxWorker} sends them. */
@Injectable()
export class Outbox {
  constructor(private readonly clock: Clock) {}

  /** Puts a message in, as part of the change it tells of. */
  async add(tx: Transaction, message: Message, { delayMs = 0, cause }: Waiting = {}): Promise<void> {
    await tx.insert(outbox).values({ ...message, cause: cause ?? null, sendAfter: this.clock.in(delayMs) });
  }

  /** Takes back what has not left yet about `cause`. @returns whether there was something that nobody had tried to send. */
  async cancel(tx: Transaction, cause: string): Promise<boolean> {
    const cancelled = await tx.delete(outbox).where(eq(outbox.cause, cause)).returning({ attempts: outbox.attempts });
    return cancelled.some(({ attempts }) => attempts === 0);
  }
}
