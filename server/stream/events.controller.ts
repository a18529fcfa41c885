import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { ReplayPage, ReplayQuery } from '#contract/stream';
import { mayHear } from '#contract/streams';
import type * as v from 'valibot';
import { CurrentAccount, PublicOrSignedIn } from '../auth/access';
import type { Account } from '../auth/account';
import { ApiException } from '../http/api-exception';
import { EventHistory } from './event-history';

@Controller('events')
export class EventsController {
  constructor(private readonly history: EventHistory) {}

  /** What a client that stands at `after` has missed: for whoever may hear that stream; who did it, for admins only. */
  @PublicOrSignedIn()
  @Get()
  @ApiOkResponse({ standardSchema: ReplayPage })
  async replay(
    @Query({ schema: ReplayQuery }) { namespace, after, limit }: v.InferOutput<typeof ReplayQuery>,
    @CurrentAccount() account: Account | undefined,
  ): Promise<ReplayPage> {
    const isAdmin = account?.kind === 'admin';
    if (!mayHear(namespace, account?.kind ?? 'anonymous')) {
      throw account === undefined ? new ApiException('UNAUTHENTICATED', 'Sign in first') : new ApiException('FORBIDDEN', 'This stream is for admins');
    }
    const { events, head } = await this.history.replay(namespace, after, limit);
    const data = events.map(({ actor, ...event }) => ({ ...event, ...(isAdmin && actor !== null && { actor }) }));
    return { data, pagination: { log: head.log, head: head.seq } };
  }
}
