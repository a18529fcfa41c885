import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { LoggerModule } from 'nestjs-pino';
import { AdminStaffModule } from './admin-staff/admin-staff.module';
import { AuthModule } from './auth/auth.module';
import { AccessGuard } from './auth/access.guard';
import { ClockModule } from './clock/clock.module';
import { CONFIG, type Config } from './config/config';
import { ConfigModule } from './config/config.module';
import { DatabaseModule } from './database/database.module';
import { AnonymousThrottlerGuard } from './http/anonymous-throttler.guard';
import { ErrorFilter } from './http/error.filter';
import { HealthController } from './http/health.controller';
import { logging } from './http/logging';
import { isPublicWrite } from './http/public-write';
import { validationPipe } from './http/validation';
import { MailModule } from './mail/mail.module';
import { NotificationsModule } from './notifications/notifications.module';
import { OverviewModule } from './overview/overview.module';
import { PartnerPlacesModule } from './partner-places/partner-places.module';
import { SeedModule } from './seed/seed.module';
import { SiteSettingsModule } from './site-settings/site-settings.module';
import { LogModule } from './stream/log.module';
import { PositionInterceptor } from './stream/positioned';
import { StreamModule } from './stream/stream.module';
import { UploadsModule } from './uploads/uploads.module';
import { UsersModule } from './users/users.module';

const MINUTE_MS = 60_000;

/** The whole server. Guards run in the order given here: callers are counted before anything is asked of the database. */
@Module({})
export class AppModule {
  static of(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config),
        LoggerModule.forRootAsync({ inject: [CONFIG], useFactory: logging }),
        ThrottlerModule.forRoot({
          throttlers: [
            { ttl: MINUTE_MS, limit: config.anonymousLimit },
            { name: 'public-write', ttl: MINUTE_MS, limit: config.publicWriteLimit, skipIf: (context) => !isPublicWrite(context) },
          ],
        }),
        ClockModule,
        DatabaseModule,
        LogModule,
        AuthModule,
        StreamModule,
        MailModule,
        UploadsModule,
        AdminStaffModule,
        UsersModule,
        PartnerPlacesModule,
        SiteSettingsModule,
        NotificationsModule,
        OverviewModule,
        SeedModule,
      ],
      controllers: [HealthController],
      providers: [
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: APP_GUARD, useClass: AnonymousThrottlerGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useValue: validationPipe },
        { provide: APP_INTERCEPTOR, useClass: PositionInterceptor },
      ],
    };
  }
}
