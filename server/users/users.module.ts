import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { MailModule } from '../mail/mail.module';
import { UploadsModule } from '../uploads/uploads.module';
import { RefoldedUsers } from './refolded-users';
import { UserChanges } from './user-changes';
import { UserDirectory } from './user-directory';
import { UserPhotoController } from './user-photo.controller';
import { UserRegistrationsModule } from './user-registrations.module';
import { UsersController } from './users.controller';
import { UsersGateway } from './users.gateway';
import { UsersService } from './users.service';
import { Verification } from './verification';
import { VerificationController } from './verification.controller';

@Module({
  imports: [AuthModule, MailModule, UploadsModule, UserRegistrationsModule],
  controllers: [UsersController, UserPhotoController, VerificationController],
  providers: [RefoldedUsers, UserChanges, UserDirectory, UsersService, UsersGateway, Verification],
})
export class UsersModule {}
