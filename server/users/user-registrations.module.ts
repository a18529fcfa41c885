import { Module } from '@nestjs/common';
import { UserRegistrations } from './user-registrations';

/** Apart from `UsersModule`, so that seeding, where nothing listens, needs no gateway. */
@Module({ providers: [UserRegistrations], exports: [UserRegistrations] })
export class UserRegistrationsModule {}
