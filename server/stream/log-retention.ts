import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { ActivityRecord } from './activity-record';
import { EventHistory } from './event-history';

const KEPT_MS = 7 * 24 * 60 * 60 * 1000;
const EVERY_MS = 60 * 60 * 1000;

/**
 * Keeps the log from growing for ever, and what is told of people from being kept longer than needed: events 7 days, activity as long as the
 * user or request it is about, and 7 days more.
 */
@Injectable()
export class LogRetention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(LogRetention.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly history: EventHistory,
    private readonly record: ActivityRecord,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.prune().catch((error: unknown) => {
        this.logger.error(error);
      });
    }, EVERY_MS);
  }

  /** Forgets what is over its time. */
  async prune(): Promise<void> {
    const before = this.clock.in(-KEPT_MS);
    await this.history.prune(before);
    await this.record.prune(before);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }
}
