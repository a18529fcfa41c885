// Fills an empty database with demo users:  npm run seed -- --users 1000000
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClockModule } from '../clock/clock.module';
import { loadConfig, type Config } from '../config/config';
import { ConfigModule } from '../config/config.module';
import { StartupError } from '../config/startup-error';
import { DatabaseModule } from '../database/database.module';
import { LogModule } from '../stream/log.module';
import { SeedModule } from './seed.module';
import { Seeder } from './seeder';

/** As much of the server as seeding needs: nothing listens. */
@Module({})
class SeedApplicationModule {
  static of(config: Config): DynamicModule {
    return { module: SeedApplicationModule, imports: [ConfigModule.of(config), ClockModule, DatabaseModule, LogModule, SeedModule] };
  }
}

async function seed(): Promise<void> {
  const { users } = parseArgs({ options: { users: { type: 'string', default: '5000' } } }).values;
  const { seedUsers: count, ...config } = loadConfig({ ...process.env, SEED_USERS: users });
  const application = await NestFactory.createApplicationContext(SeedApplicationModule.of({ ...config, seedUsers: 0 }), {
    logger: ['error'],
    abortOnError: false,
  });
  const started = performance.now();
  const seeded = await application.get(Seeder).seed(count, (done) => console.log(`${done.toLocaleString('en')} of ${count.toLocaleString('en')} users`));
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(seeded ? `Done in ${String(seconds)} s.` : 'There are users already: nothing was changed. Move the data folder away to start anew.');
  await application.close();
}

seed().catch((error: unknown) => {
  console.error(error instanceof StartupError ? error.message : error);
  process.exit(1);
});
