import { Global, Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { ActivityController } from './activity.controller';
import { EventsController } from './events.controller';
import { LogRetention } from './log-retention';
import { LogTail } from './log-tail';
import { PersonalPost } from './personal-post';
import { SocketAdmission } from './socket-admission';

/** The way from the log to the sockets, and the log over REST. */
@Global()
@Module({
  imports: [AuthModule],
  controllers: [EventsController, ActivityController],
  providers: [LogTail, LogRetention, PersonalPost, SocketAdmission],
  exports: [LogTail, PersonalPost, SocketAdmission],
})
export class StreamModule {}
