import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AdminStaffAnswer, AdminStaffList, BanAdmin, CreateAdminStaff } from '#contract/admin-staff';
import type { Id } from '#contract/primitives';
import * as v from 'valibot';
import { AdminOnly, CurrentAccount } from '../auth/access';
import type { Account } from '../auth/account';
import { IdParam } from '../http/id-param';
import { IfMatch } from '../http/if-match';
import { ImageUpload, UploadedImage } from '../uploads/image-upload';
import { Photos } from '../uploads/photos';
import { AdminStaffService } from './admin-staff.service';

/** A change of an admin, refused where they are another by now than the caller saw. */
const ChecksAdmin = () => ApiHeader({ name: 'If-Match', required: false, description: 'The `staffTag` of what the caller saw: 409 STALE if it is another.' });

@ApiTags('admin-staff')
@ApiBearerAuth()
@AdminOnly()
@Controller('admin-staff')
export class AdminStaffController {
  constructor(
    private readonly staff: AdminStaffService,
    private readonly photos: Photos,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: AdminStaffList })
  async list(): Promise<AdminStaffList> {
    return { data: await this.staff.list() };
  }

  @Post()
  @ImageUpload('photo')
  @ApiCreatedResponse({ standardSchema: AdminStaffAnswer })
  async create(@Body({ schema: CreateAdminStaff }) details: CreateAdminStaff, @UploadedImage() photo: Buffer | undefined): Promise<AdminStaffAnswer> {
    return { ok: true, user: await this.staff.create(details, photo === undefined ? null : await this.photos.keep(photo)) };
  }

  @Delete(':id')
  @ChecksAdmin()
  async delete(@CurrentAccount() actor: Account, @IdParam() id: Id, @IfMatch() seen: string | undefined): Promise<{ ok: true }> {
    await this.staff.delete(actor, { id, seen });
    return { ok: true };
  }

  @Post(':id/ban')
  @ChecksAdmin()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: AdminStaffAnswer })
  async ban(
    @CurrentAccount() actor: Account,
    @IdParam() id: Id,
    @IfMatch() seen: string | undefined,
    @Body({ schema: v.optional(BanAdmin, {}) }) { reason }: BanAdmin,
  ): Promise<AdminStaffAnswer> {
    return { ok: true, user: await this.staff.ban(actor, { id, seen }, reason) };
  }

  @Post(':id/unban')
  @ChecksAdmin()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: AdminStaffAnswer })
  unban(@IdParam() id: Id, @IfMatch() seen: string | undefined): Promise<AdminStaffAnswer> {
    return this.staff.unban({ id, seen });
  }
}
