import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { MailModule } from '../mail/mail.module';
import { UploadsModule } from '../uploads/uploads.module';
import { UserChanges } from './user-changes';
import { UserDirectory } from './user-directory';
import { UserPhotoController } from './user-photo.controller';
import { UsersController } from './users.controller';
import { UsersGateway } from './users.gateway';
import { UsersService } from './users.service';
import { Verification } from './verification';
import { VerificationController } from './verification.controller';

@Module({
  imports: [AuthModule, MailModule, UploadsModule],
  controllers: [UsersController, UserPhotoController, VerificationController],
  providers: [UserChanges, UserDirectory, UsersService, UsersGateway, Verification],
})
export class UsersModule {}
