import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Id } from '#contract/primitives';
import { BanUser, DeleteOwnAccount, RegisterUser, RenameUser, UserAnswer, UserDetail, UsersPage, UsersPageQuery, UsersSummary } from '#contract/users';
import type * as v from 'valibot';
import { AdminOnly, AdminOrSelf, CurrentAccount, Public, SelfOnly } from '../auth/access';
import type { Account } from '../auth/account';
import { IdParam } from '../http/id-param';
import type { Positioned } from '../stream/positioned';
import { answerWithUser } from './user-answer';
import { UserDirectory } from './user-directory';
import { UsersService } from './users.service';

@ApiTags('users')
@ApiBearerAuth()
@Controller('users')
export class UsersController {
  constructor(
    private readonly directory: UserDirectory,
    private readonly users: UsersService,
  ) {}

  /** A page of users: newest first unless asked otherwise. */
  @AdminOnly()
  @Get()
  @ApiOkResponse({ standardSchema: UsersPage })
  list(@Query({ schema: UsersPageQuery }) query: UsersPageQuery): Promise<Positioned<UsersPage>> {
    return this.directory.list(query);
  }

  /** Counts over all users. */
  @AdminOnly()
  @Get('summary')
  @ApiOkResponse({ standardSchema: UsersSummary })
  summary(): Promise<Positioned<UsersSummary>> {
    return this.directory.summary();
  }

  /** One user with what only admins see. Its history is `GET /activity?subject=`. */
  @AdminOnly()
  @Get(':id')
  @ApiOkResponse({ standardSchema: UserDetail })
  one(@IdParam() id: Id): Promise<Positioned<{ data: UserDetail }>> {
    return this.directory.one(id);
  }

  /** A new account, by the person it is for. */
  @Public()
  @Post('register')
  @ApiCreatedResponse({ standardSchema: UserAnswer })
  async register(@Body({ schema: RegisterUser }) registration: RegisterUser): Promise<Positioned<UserAnswer>> {
    return answerWithUser(await this.users.register(registration));
  }

  @AdminOrSelf('id')
  @Patch(':id')
  @ApiOkResponse({ standardSchema: UserAnswer })
  async rename(@CurrentAccount() actor: Account, @IdParam() id: Id, @Body({ schema: RenameUser }) { fullName }: RenameUser): Promise<Positioned<UserAnswer>> {
    return answerWithUser(await this.users.rename(actor, id, fullName));
  }

  @AdminOnly()
  @Post(':id/ban')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: UserAnswer })
  async ban(@CurrentAccount() actor: Account, @IdParam() id: Id, @Body({ schema: BanUser }) { reason }: BanUser): Promise<Positioned<UserAnswer>> {
    return answerWithUser(await this.users.ban(actor, id, reason));
  }

  @AdminOnly()
  @Post(':id/unban')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: UserAnswer })
  async unban(@CurrentAccount() actor: Account, @IdParam() id: Id): Promise<Positioned<UserAnswer>> {
    return answerWithUser(await this.users.unban(actor, id));
  }

  /** Deletes an account, by an admin. */
  @AdminOnly()
  @Delete(':id')
  delete(@CurrentAccount() actor: Account, @IdParam() id: Id): Promise<Positioned<{ ok: true }>> {
    return this.users.delete(actor, id);
  }

  /** Deletes an account, by its owner, who proves it by the password. */
  @SelfOnly('id')
  @Post(':id/delete')
  @HttpCode(200)
  deleteOwn(
    @CurrentAccount() actor: Account,
    @Body({ schema: DeleteOwnAccount }) { password }: v.InferOutput<typeof DeleteOwnAccount>,
  ): Promise<Positioned<{ ok: true }>> {
    return this.users.deleteOwn(actor, password);
  }
}
