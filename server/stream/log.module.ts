import { Global, Module } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { ActivityRecord } from './activity-record';
import { EventHistory } from './event-history';
import { EventLog } from './event-log';

/** The event log, for everything that writes or reads history. */
@Global()
@Module({
  providers: [
    ActivityRecord,
    EventHistory,
    { provide: EventLog, inject: [Database, Clock], useFactory: (database: Database, clock: Clock) => EventLog.open(database, clock) },
  ],
  exports: [ActivityRecord, EventHistory, EventLog],
})
export class LogModule {}
