import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AdminStaffAnswer, AdminStaffList, BanAdmin, CreateAdminStaff } from '#contract/admin-staff';
import type { Id } from '#contract/primitives';
import * as v from 'valibot';
import { AdminOnly, CurrentAccount } from '../auth/access';
import type { Account } from '../auth/account';
import { IdParam } from '../http/id-param';
import { ImageUpload, UploadedImage } from '../uploads/image-upload';
import { Photos } from '../uploads/photos';
import { AdminStaffService } from './admin-staff.service';

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
  async delete(@CurrentAccount() actor: Account, @IdParam() id: Id): Promise<{ ok: true }> {
    await this.staff.delete(actor, id);
    return { ok: true };
  }

  @Post(':id/ban')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: AdminStaffAnswer })
  async ban(@CurrentAccount() actor: Account, @IdParam() id: Id, @Body({ schema: v.optional(BanAdmin, {}) }) { reason }: BanAdmin): Promise<AdminStaffAnswer> {
    return { ok: true, user: await this.staff.ban(actor, id, reason) };
  }

  @Post(':id/unban')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: AdminStaffAnswer })
  async unban(@IdParam() id: Id): Promise<AdminStaffAnswer> {
    return { ok: true, user: await this.staff.unban(id) };
  }
}
