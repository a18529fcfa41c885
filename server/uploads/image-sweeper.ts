import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { and, gt, inArray, sql, type SQLWrapper } from 'drizzle-orm';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { admins, partnerRequests, siteImages, users } from '../database/schema';
import { IMAGE_NAME_LENGTH, ImageStore } from './image-store';

const EVERY_MS = 60 * 60 * 1000;
/** Far longer than it takes from keeping an image to storing its address. */
export const UNUSED_KEPT_MS = 60 * 60 * 1000;
const RESTORE_TAKES_MS = 60 * 1000;

/**
 * Removes images that nothing shows any more. Looking for what is unused, every hour, also finds what a failed request or a
 * crash left behind; removing an image together with its last use would race with someone who uploads the same one.
 */
@Injectable()
export class ImageSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ImageSweeper.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly store: ImageStore,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.sweep().catch((error: unknown) => {
        this.logger.error(error);
      });
    }, EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Removes what is old enough and unused now. */
  async sweep(): Promise<void> {
    const before = this.clock.in(-UNUSED_KEPT_MS);
    for await (const names of this.store.olderThan(before)) {
      const used = await this.used(names);
      for (const name of names) if (!used.has(name)) await this.store.remove(name, before);
    }
  }

  private async used(names: readonly string[]): Promise<ReadonlySet<string>> {
    const { db } = this.database;
    const nameIn = (url: SQLWrapper) => sql<string>`right(${url}, ${sql.raw(String(IMAGE_NAME_LENGTH))})`;
    // A little longer than the hour: a restore that began within it may not have committed yet.
    const restorable = gt(siteImages.restorableUntil, this.clock.in(-RESTORE_TAKES_MS));
    const shown = await Promise.all([
      db.select({ name: nameIn(users.photoUrl) }).from(users).where(inArray(nameIn(users.photoUrl), [...names])),
      db.select({ name: nameIn(admins.photoUrl) }).from(admins).where(inArray(nameIn(admins.photoUrl), [...names])),
      db.select({ name: nameIn(partnerRequests.imageUrl) }).from(partnerRequests).where(inArray(nameIn(partnerRequests.imageUrl), [...names])),
      db.select({ name: nameIn(siteImages.url) }).from(siteImages).where(inArray(nameIn(siteImages.url), [...names])),
      db.select({ name: nameIn(siteImages.previousUrl) }).from(siteImages).where(and(restorable, inArray(nameIn(siteImages.previousUrl), [...names]))),
    ]); // prettier-ignore
    return new Set(shown.flat().map(({ name }) => name));
  }
}
