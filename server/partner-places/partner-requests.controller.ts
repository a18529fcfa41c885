import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CannedReplies } from '#contract/canned-replies';
import { ApprovePartnerRequest, PartnerMessageBody } from '#contract/partner-changes';
import { PartnerRequestAnswer, PartnerRequestDetail, PartnerRequestsPage, PartnerRequestsPageQuery, PartnerRequestsSummary } from '#contract/partner-places';
import type { Id } from '#contract/primitives';
import * as v from 'valibot';
import { AdminOnly, CurrentAccount } from '../auth/access';
import type { Account } from '../auth/account';
import { IdParam } from '../http/id-param';
import { IfMatch } from '../http/if-match';
import type { Positioned } from '../stream/positioned';
import { answerWithRequest } from './partner-answer';
import { CANNED_REPLIES } from './canned-replies';
import { PartnerDecisions } from './partner-decisions';
import { PartnerDirectory } from './partner-directory';

/** What may be sent along with every action. */
const Versioned = () =>
  ApiHeader({ name: 'If-Match', required: false, description: 'The `updatedAt` that the caller saw: 409 STALE when it is another by now' });

/** Partner requests for admins. */
@ApiTags('partner-places')
@ApiBearerAuth()
@AdminOnly()
@Controller('partner-places')
export class PartnerRequestsController {
  constructor(
    private readonly directory: PartnerDirectory,
    private readonly decisions: PartnerDecisions,
  ) {}

  /** A page of requests: those that wait first and oldest first, then the decided, the latest first. Or those of some ids. */
  @Get('requests')
  @ApiOkResponse({ standardSchema: PartnerRequestsPage })
  list(@Query({ schema: PartnerRequestsPageQuery }) query: PartnerRequestsPageQuery): Promise<Positioned<PartnerRequestsPage>> {
    return this.directory.list(query);
  }

  /** Counts over all requests. */
  @Get('summary')
  @ApiOkResponse({ standardSchema: PartnerRequestsSummary })
  summary(): Promise<Positioned<PartnerRequestsSummary>> {
    return this.directory.summary();
  }

  /** Messages written beforehand, in both languages. */
  @Get('canned-replies')
  @ApiOkResponse({ standardSchema: CannedReplies })
  cannedReplies(): CannedReplies {
    return { data: [...CANNED_REPLIES] };
  }

  @Get('requests/:id')
  @ApiOkResponse({ standardSchema: PartnerRequestDetail })
  one(@IdParam() id: Id): Promise<Positioned<PartnerRequestDetail>> {
    return this.directory.one(id);
  }

  @Post('requests/:id/approve')
  @HttpCode(200)
  @Versioned()
  @ApiOkResponse({ standardSchema: PartnerRequestAnswer })
  async approve(
    @CurrentAccount() actor: Account,
    @IdParam() id: Id,
    @IfMatch() version: string | undefined,
    @Body({ schema: v.optional(ApprovePartnerRequest, {}) }) { message }: ApprovePartnerRequest,
  ): Promise<Positioned<PartnerRequestAnswer>> {
    return answerWithRequest(await this.decisions.decide(actor, { id, version }, 'approve', message));
  }

  /** Asks the partner for more before anything is decided. */
  @Post('requests/:id/request-details')
  @HttpCode(200)
  @Versioned()
  @ApiOkResponse({ standardSchema: PartnerRequestAnswer })
  async requestDetails(
    @CurrentAccount() actor: Account,
    @IdParam() id: Id,
    @IfMatch() version: string | undefined,
    @Body({ schema: PartnerMessageBody }) { message }: PartnerMessageBody,
  ): Promise<Positioned<PartnerRequestAnswer>> {
    return answerWithRequest(await this.decisions.decide(actor, { id, version }, 'request-details', message));
  }

  @Post('requests/:id/reject')
  @HttpCode(200)
  @Versioned()
  @ApiOkResponse({ standardSchema: PartnerRequestAnswer })
  async reject(
    @CurrentAccount() actor: Account,
    @IdParam() id: Id,
    @IfMatch() version: string | undefined,
    @Body({ schema: PartnerMessageBody }) { message }: PartnerMessageBody,
  ): Promise<Positioned<PartnerRequestAnswer>> {
    return answerWithRequest(await this.decisions.decide(actor, { id, version }, 'reject', message));
  }

  /** Writes to the partner and decides nothing. */
  @Post('requests/:id/message')
  @HttpCode(200)
  @Versioned()
  @ApiOkResponse({ standardSchema: PartnerRequestAnswer })
  async message(
    @CurrentAccount() actor: Account,
    @IdParam() id: Id,
    @IfMatch() version: string | undefined,
    @Body({ schema: PartnerMessageBody }) { message }: PartnerMessageBody,
  ): Promise<Positioned<PartnerRequestAnswer>> {
    return answerWithRequest(await this.decisions.write(actor, { id, version }, message));
  }

  /** Takes the last decision back. */
  @Post('requests/:id/reopen')
  @HttpCode(200)
  @Versioned()
  @ApiOkResponse({ standardSchema: PartnerRequestAnswer })
  reopen(@CurrentAccount() actor: Account, @IdParam() id: Id, @IfMatch() version: string | undefined): Promise<Positioned<PartnerRequestAnswer>> {
    return this.decisions.reopen(actor, { id, version });
  }

  @Delete('requests/:id')
  @Versioned()
  delete(@CurrentAccount() actor: Account, @IdParam() id: Id, @IfMatch() version: string | undefined): Promise<Positioned<{ ok: true }>> {
    return this.decisions.delete(actor, { id, version });
  }
}
