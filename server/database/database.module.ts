import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { Database } from './database';
import { openPglite } from './pglite-driver';
import { openPostgres } from './postgres-driver';

/** Opens the database the settings name, and brings its schema up to date. */
@Global()
@Module({
  providers: [
    {
      provide: Database,
      inject: [CONFIG],
      useFactory: async ({ databaseUrl, dataDir }: Config) =>
        new Database(databaseUrl === undefined ? await openPglite(dataDir) : await openPostgres(databaseUrl)),
    },
  ],
  exports: [Database],
})
export class DatabaseModule {}
