import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { MailModule } from '../mail/mail.module';
import { UploadsModule } from '../uploads/uploads.module';
import { AdminStaffController } from './admin-staff.controller';
import { AdminStaffService } from './admin-staff.service';
import { FirstAdmin } from './first-admin';

/** The dashboard's own accounts. */
@Module({ imports: [AuthModule, MailModule, UploadsModule], controllers: [AdminStaffController], providers: [AdminStaffService, FirstAdmin] })
export class AdminStaffModule {}
