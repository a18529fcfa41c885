import { Injectable } from '@nestjs/common';
import type { SinceYouLeft } from '#contract/overview';
import { and, eq, lt } from 'drizzle-orm';
import type { Account } from '../auth/account';
import { Database } from '../database/database';
import { sessions } from '../database/schema';
import { ActivityRecord } from '../stream/activity-record';

/** What an admin was not there for. */
@Injectable()
export class Absence {
  constructor(
    private readonly database: Database,
    private readonly record: ActivityRecord,
  ) {}

  /** A session that is still in use elsewhere means that the admin never left: nothing happened then. */
  of({ kind, id, sessionId }: Account): Promise<SinceYouLeft> {
    return this.database.snapshot(async (tx) => {
      const [present] = await tx.select().from(sessions).where(eq(sessions.id, sessionId));
      if (present === undefined) return { data: null };
      const to = present.createdAt;
      const earlier = await tx
        .select({ lastUsedAt: sessions.lastUsedAt, revokedAt: sessions.revokedAt })
        .from(sessions)
        .where(and(eq(sessions.accountKind, kind), eq(sessions.accountId, id), lt(sessions.createdAt, to)));
      if (earlier.length === 0) return { data: null };
      // A refresh each quarter of an hour tells when a session was used last; signing out tells it to the millisecond.
      const left = earlier.map(({ lastUsedAt, revokedAt }) => (revokedAt ?? lastUsedAt).getTime());
      const from = new Date(Math.min(Math.max(...left), to.getTime()));
      return { data: { from: from.toISOString(), to: to.toISOString(), counts: await this.record.countKinds(tx, from, to) } };
    });
  }
}
