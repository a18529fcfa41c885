import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Id } from '#contract/primitives';
import { BanUser, DeleteOwnAccount, RegisterUser, RenameUser, UserAnswer, UserDetail, UsersPage, UsersPageQuery, UsersSummary } from '#contract/users';
import type * as v from 'valibot';
import { AdminOnly, AdminOrSelf, CurrentAccount, Public, SelfOnly } from '../auth/access';
import type { Account } from '../auth/account';
import { IdParam } from '../http/id-param';
import { IfMatch } from '../http/if-match';
import type { Positioned } from '../stream/positioned';
import { answerWithUser } from './user-answer';
import { UserDirectory } from './user-directory';
import { UsersService } from './users.service';

/** A change of a user, refused where they are another by now than the caller saw. */
const ChecksUser = () => ApiHeader({ name: 'If-Match', required: false, description: 'The `userTag` of what the caller saw: 409 STALE if it is another.' });

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
  @ChecksUser()
  @ApiOkResponse({ standardSchema: UserAnswer })
  async rename(
    @CurrentAccount() actor: Account,
    @IdParam() id: Id,
    @IfMatch() seen: string | undefined,
    @Body({ schema: RenameUser }) { fullName }: RenameUser,
  ): Promise<Positioned<UserAnswer>> {
    return answerWithUser(await this.users.rename(actor, { id, seen }, fullName));
  }

  @AdminOnly()
  @Post(':id/ban')
  @ChecksUser()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: UserAnswer })
  async ban(
    @CurrentAccount() actor: Account,
    @IdParam() id: Id,
    @IfMatch() seen: string | undefined,
    @Body({ schema: BanUser }) { reason }: BanUser,
  ): Promise<Positioned<UserAnswer>> {
    return answerWithUser(await this.users.ban(actor, { id, seen }, reason));
  }

  @AdminOnly()
  @Post(':id/unban')
  @ChecksUser()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: UserAnswer })
  unban(@CurrentAccount() actor: Account, @IdParam() id: Id, @IfMatch() seen: string | undefined): Promise<Positioned<UserAnswer>> {
    return this.users.unban(actor, { id, seen });
  }

  /** Deletes an account, by an admin. */
  @AdminOnly()
  @Delete(':id')
  @ChecksUser()
  delete(@CurrentAccount() actor: Account, @IdParam() id: Id, @IfMatch() seen: string | undefined): Promise<Positioned<{ ok: true }>> {
    return this.users.delete(actor, { id, seen });
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
