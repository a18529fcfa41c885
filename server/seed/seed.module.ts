import { Inject, Logger, Module, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { UploadsModule } from '../uploads/uploads.module';
import { UserRegistrationsModule } from '../users/user-registrations.module';
import { HistorySeed } from './history-seed';
import { PartnerSeed } from './partner-seed';
import { Seeder } from './seeder';
import { SiteImageSeed } from './site-image-seed';

/** Demo users and partner requests at the first start, if the settings ask for some. */
@Module({ imports: [UploadsModule, UserRegistrationsModule], providers: [HistorySeed, PartnerSeed, SiteImageSeed, Seeder], exports: [Seeder] })
export class SeedModule implements OnModuleInit {
  private readonly logger = new Logger('Seed');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly seeder: Seeder,
  ) {}

  async onModuleInit(): Promise<void> {
    const { seedUsers } = this.config;
    if (seedUsers > 0) await this.seeder.seed(seedUsers, (done) => this.logger.log(`${String(done)} of ${String(seedUsers)} demo users`));
  }
}
