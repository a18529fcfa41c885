import { Injectable } from '@nestjs/common';
import type { ActivityEntry, ActivityKind, ActivityQuery } from '#contract/activity';
import { and, asc, count, desc, eq, gt, inArray, like, lt, lte, min, or, sql, type SQL } from 'drizzle-orm';
import { Database } from '../database/database';
import type { Db } from '../database/driver';
import { activity, streamHeads } from '../database/schema';

/** After these, what an entry is about is no longer there. */
const ENDS: readonly ActivityKind[] = ['user.deleted', 'partner.deleted'];

/** Reads what {@link EventLog} wrote for people: who did what to whom. */
@Injectable()
export class ActivityRecord {
  constructor(private readonly database: Database) {}

  /** @returns the newest entries of all broadcast streams, and the cursor of the next page. */
  async page(db: Db, { after, limit, kind, since, subject }: ActivityQuery): Promise<{ readonly data: ActivityEntry[]; readonly nextCursor: string | null }> {
    const rows = await db
      .select()
      .from(activity)
      .where(
        and(
          after === undefined ? undefined : lt(activity.id, after),
          kind === undefined ? undefined : isOfKind(kind),
          since === undefined ? undefined : gt(activity.at, new Date(since)),
          subject === undefined ? undefined : eq(activity.subjectId, subject),
        ),
      )
      .orderBy(desc(activity.id))
      .limit(limit + 1);
    const page = rows.slice(0, limit);
    return { data: page.map(toEntry), nextCursor: rows.length > limit ? String(page.at(-1)?.id) : null };
  }

  /** @returns when the record begins: earlier changes left no entry. ISO 8601. */
  async begins(db: Db): Promise<string> {
    const [first] = await db.select({ at: min(streamHeads.recordedSince) }).from(streamHeads);
    if (!first?.at) throw new Error('No stream has a head');
    return first.at.toISOString();
  }

  /** @returns how many entries of each kind came after `from`, up to and including `to`; the most first. */
  async countKinds(db: Db, from: Date, to: Date): Promise<{ kind: string; n: number }[]> {
    return db
      .select({ kind: activity.kind, n: count() })
      .from(activity)
      .where(and(gt(activity.at, from), lte(activity.at, to)))
      .groupBy(activity.kind)
      .orderBy(desc(count()), asc(activity.kind));
  }

  /** Forgets what is older than `before` about users and requests that were deleted, their deletion last. */
  async prune(before: Date): Promise<void> {
    const gone = this.database.db.selectDistinct({ id: activity.subjectId }).from(activity).where(inArray(activity.kind, ENDS)).as('gone');
    await this.database.db.execute(sql`DELETE FROM ${activity} USING ${gone} WHERE ${activity.subjectId} = ${gone.id} AND ${lt(activity.at, before)}`);
  }
}

/** @param kinds as in the contract's `ActivityQuery`: one that ends with a point is the beginning of others. */
function isOfKind(kinds: readonly string[]): SQL | undefined {
  const whole = kinds.filter((kind) => !kind.endsWith('.'));
  return or(inArray(activity.kind, whole), ...kinds.filter((kind) => kind.endsWith('.')).map((start) => like(activity.kind, `${start}%`)));
}

function toEntry({ stream, log, seq, kind, actor, subjectId, subjectLabel, note, at }: typeof activity.$inferSelect): ActivityEntry {
  return { namespace: stream, log, seq, kind, actor, subject: { id: subjectId, label: subjectLabel }, note, at: at.toISOString() };
}
