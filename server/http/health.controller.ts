import { Controller, Get } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Public } from '../auth/access';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';

@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** For whoever watches over the process. `uptime` in seconds; fails when the database does not answer. */
  @Public()
  @Get()
  async health(): Promise<{ status: 'ok'; timestamp: string; uptime: number }> {
    await this.database.db.execute(sql`SELECT 1`);
    return { status: 'ok', timestamp: this.clock.now().toISOString(), uptime: process.uptime() };
  }
}
