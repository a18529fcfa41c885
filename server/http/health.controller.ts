import { Controller, Get, Inject } from '@nestjs/common';
import { CONTRACT_VERSION, type Health, SERVER_FEATURES } from '#contract/server';
import { sql } from 'drizzle-orm';
import { Public } from '../auth/access';
import { Clock } from '../clock/clock';
import { CONFIG, type Config } from '../config/config';
import { Database } from '../database/database';

@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Tells monitors that the server works, and clients what it can do, and what time it is there. Fails when the database does not answer. */
  @Public()
  @Get()
  async health(): Promise<Health> {
    await this.database.db.execute(sql`SELECT 1`);
    return {
      status: 'ok',
      timestamp: this.clock.now().toISOString(),
      uptime: process.uptime(),
      timeZone: this.config.timeZone,
      contract: { version: CONTRACT_VERSION, features: [...SERVER_FEATURES] },
    };
  }
}
