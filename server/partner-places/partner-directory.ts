import { Injectable } from '@nestjs/common';
import {
  PARTNER_LATE_MS,
  PARTNER_REQUEST_IDS_MAX,
  PARTNER_VERY_LATE_MS,
  type PartnerRequestDetail,
  type PartnerRequestsPage,
  type PartnerRequestsPageQuery,
  type PartnerRequestsSummary,
  type PartnerRequestStatus,
} from '#contract/partner-places';
import type { Id } from '#contract/primitives';
import { and, asc, count, eq, inArray, min, sql, type SQL } from 'drizzle-orm';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import type { Transaction } from '../database/driver';
import { partnerRequests } from '../database/schema';
import { ApiException } from '../http/api-exception';
import { after, decodeKeyset, encodeKeyset } from '../http/keyset-cursor';
import { EventLog } from '../stream/event-log';
import { Positioned } from '../stream/positioned';
import { withMessages } from './partner-request-row';

const LIST = 'partner-requests';

/** Reads partner requests, each answer with the position in the stream at which it was true. */
@Injectable()
export class PartnerDirectory {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  /** A page of all, or those of some ids at once. @throws ApiException CURSOR_INVALID. */
  list({ ids, status, limit, cursor }: PartnerRequestsPageQuery): Promise<Positioned<PartnerRequestsPage>> {
    const bound = cursor === undefined ? undefined : decodeKeyset(LIST, cursor);
    const size = ids === undefined ? limit : PARTNER_REQUEST_IDS_MAX;
    const matching = and(
      status === undefined ? undefined : eq(partnerRequests.status, status),
      ids === undefined ? undefined : inArray(partnerRequests.id, [...ids]),
    );
    return this.database.snapshot(async (tx) => {
      const rows = await tx
        .select()
        .from(partnerRequests)
        .where(and(matching, bound === undefined ? undefined : after(partnerRequests, bound)))
        .orderBy(asc(partnerRequests.sortKey), asc(partnerRequests.id))
        .limit(size + 1);
      const page = rows.slice(0, size);
      const last = page.at(-1);
      const nextCursor = rows.length > page.length && last !== undefined ? encodeKeyset(LIST, last) : null;
      const total = await tx.$count(partnerRequests, matching);
      return this.positioned(tx, { data: await withMessages(tx, page), pagination: { limit: size, total, totalRelation: 'eq', nextCursor } });
    });
  }

  /** @throws ApiException NOT_FOUND. */
  one(id: Id): Promise<Positioned<PartnerRequestDetail>> {
    return this.database.snapshot(async (tx) => {
      const [data] = await withMessages(tx, await tx.select().from(partnerRequests).where(eq(partnerRequests.id, id)));
      if (data === undefined) throw new ApiException('NOT_FOUND', 'There is no such request');
      return this.positioned(tx, { data });
    });
  }

  /** Counts over all requests, and how long those have waited that wait. */
  summary(): Promise<Positioned<PartnerRequestsSummary>> {
    const at = this.clock.now();
    const since = (ms: number): SQL => sql`${partnerRequests.createdAt} > ${this.clock.in(-ms).toISOString()}::timestamptz`;
    const where = (condition: SQL): SQL<number> => sql`count(*) FILTER (WHERE ${condition})`.mapWith(Number);
    return this.database.snapshot(async (tx) => {
      const counts = await tx
        .select({
          status: partnerRequests.status,
          n: count(),
          under24h: where(since(PARTNER_LATE_MS)),
          under48h: where(since(PARTNER_VERY_LATE_MS)),
          oldest: min(partnerRequests.createdAt),
        })
        .from(partnerRequests)
        .groupBy(partnerRequests.status);
      const of = (status: PartnerRequestStatus) => counts.find((one) => one.status === status) ?? { n: 0, under24h: 0, under48h: 0, oldest: null };
      const waiting = (status: PartnerRequestStatus) => {
        const { n, under24h, under48h } = of(status);
        return { under24h, under48h: under48h - under24h, over48h: n - under48h };
      };
      return this.positioned(tx, {
        total: counts.reduce((total, { n }) => total + n, 0),
        byStatus: { pending: of('pending').n, needs_info: of('needs_info').n, approved: of('approved').n, rejected: of('rejected').n },
        waiting: { pending: waiting('pending'), needs_info: waiting('needs_info') },
        oldestPendingAt: of('pending').oldest?.toISOString() ?? null,
        at: at.toISOString(),
      });
    });
  }

  private async positioned<TBody>(tx: Transaction, body: TBody): Promise<Positioned<TBody>> {
    return new Positioned(body, 'partner-places', await this.log.position(tx, 'partner-places'));
  }
}
