import { Injectable } from '@nestjs/common';
import type { Id } from '#contract/primitives';
import type { UserDetail, UsersPage, UsersPageQuery, UsersQuery, UsersSummary } from '#contract/users';
import { and, eq, sql, sum } from 'drizzle-orm';
import { Database } from '../database/database';
import type { Transaction } from '../database/driver';
import { userCounts, users } from '../database/schema';
import { ApiException } from '../http/api-exception';
import { EventLog } from '../stream/event-log';
import { Positioned } from '../stream/positioned';
import { countryName } from './country-name';
import { PUBLIC_COLUMNS, toPublicUser, toUserDetail } from './user-row';
import { decodeCursor, encodeCursor } from './users-cursor';
import { attributesMatch, beyond, orderOf, searchMatches } from './users-filter';

/** Searches are counted up to here: counting on would cost more than it tells. */
const COUNTED_MAX = 10_000;

/** Reads users, each answer with the position in the stream at which it was true. */
@Injectable()
export class UserDirectory {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
  ) {}

  /** @throws ApiException CURSOR_INVALID. */
  list(query: UsersPageQuery): Promise<Positioned<UsersPage>> {
    const bound = query.cursor === undefined ? undefined : decodeCursor(query, query.cursor);
    return this.database.snapshot(async (tx) => {
      const rows = await tx
        .select(PUBLIC_COLUMNS)
        .from(users)
        .where(and(attributesMatch(query, users), searchMatches(query.q), beyond(query, bound)))
        .orderBy(...orderOf(query))
        .limit(query.limit + 1);
      const data = rows.slice(0, query.limit).map(toPublicUser);
      const last = data.at(-1);
      const nextCursor = rows.length > data.length && last !== undefined ? encodeCursor(query, last) : null;
      const pagination = { limit: query.limit, ...(await this.total(tx, query)), nextCursor };
      return new Positioned({ data, pagination }, 'users', await this.log.position(tx, 'users'));
    });
  }

  /** @throws ApiException NOT_FOUND. */
  one(id: Id): Promise<Positioned<{ data: UserDetail }>> {
    return this.database.snapshot(async (tx) => {
      const [row] = await tx.select().from(users).where(eq(users.id, id));
      if (row === undefined) throw new ApiException('NOT_FOUND', 'There is no such user');
      return new Positioned({ data: toUserDetail(row) }, 'users', await this.log.position(tx, 'users'));
    });
  }

  /** Counts over all users. */
  summary(): Promise<Positioned<UsersSummary>> {
    return this.database.snapshot(async (tx) => {
      const counts = await tx.select().from(userCounts);
      const count = (matches: (one: (typeof counts)[number]) => boolean) => counts.reduce((total, one) => total + (matches(one) ? one.n : 0), 0);
      const codes = [...new Set(counts.map(({ countryCode }) => countryCode))];
      const byCountry = codes
        .map((code) => ({ countryCode: code, countryName: countryName(code), total: count(({ countryCode }) => countryCode === code) }))
        .filter(({ total }) => total > 0)
        .sort((a, b) => b.total - a.total || a.countryCode.localeCompare(b.countryCode));
      const summary = {
        total: count(() => true),
        active: count(({ isBanned }) => !isBanned),
        banned: count(({ isBanned }) => isBanned),
        emailVerified: count(({ emailVerified }) => emailVerified),
        phoneVerified: count(({ phoneVerified }) => phoneVerified),
        byCountry,
      };
      return new Positioned(summary, 'users', await this.log.position(tx, 'users'));
    });
  }

  private async total(tx: Transaction, query: UsersQuery): Promise<{ total: number; totalRelation: 'eq' | 'gte' }> {
    const search = searchMatches(query.q);
    if (search === undefined) {
      const [counted] = await tx
        .select({ n: sum(userCounts.n).mapWith(Number) })
        .from(userCounts)
        .where(attributesMatch(query, userCounts));
      return { total: counted?.n ?? 0, totalRelation: 'eq' };
    }
    const found = tx
      .select({ one: sql`1` })
      .from(users)
      .where(and(attributesMatch(query, users), search))
      .limit(COUNTED_MAX + 1);
    const total = await tx.$count(found.as('found'));
    return total > COUNTED_MAX ? { total: COUNTED_MAX, totalRelation: 'gte' } : { total, totalRelation: 'eq' };
  }
}
