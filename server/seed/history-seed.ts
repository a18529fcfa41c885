import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { StreamName } from '#contract/streams';
import { inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../database/driver';
import { activity, admins, sessions, streamHeads, type UserRow } from '../database/schema';
import { demoHistory, HISTORY_MS } from './demo-history';
import type { DemoPartner } from './demo-partners';

const ROWS_A_STATEMENT = 1_000;
/** So many of the users who have been there for longer are enough to tell of. */
const OLDER = 60;
const HOUR_MS = 60 * 60 * 1000;
/** When the admins left the day before, before midnight; when they had come that day. */
const LEFT = { ago: 7.5 * HOUR_MS, after: 8 * HOUR_MS } as const;
const SESSION_MS = 7 * 24 * HOUR_MS;
const DEVICE = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** Remembers those users, of all that are seeded, whose past is told. */
export class DemoPeople {
  readonly recent: UserRow[] = [];
  readonly older: UserRow[] = [];
  private readonly from: number;

  constructor(now: Date) {
    this.from = now.getTime() - HISTORY_MS;
  }

  add(user: UserRow): void {
    if (user.createdAt.getTime() > this.from || (user.bannedAt !== null && user.bannedAt.getTime() > this.from)) this.recent.push(user);
    else if (!user.isBanned && this.older.length < OLDER) this.older.push(user);
  }
}

/** Writes the past of demo data: what was done in the last weeks, in a history that is over, and that the admins were there the day before. */
@Injectable()
export class HistorySeed {
  async write(tx: Transaction, now: Date, { recent, older }: DemoPeople, partners: readonly DemoPartner[]): Promise<void> {
    const log = randomUUID();
    const numbers = new Map<StreamName, number>();
    const rows = demoHistory(now, recent, older, partners).map((entry) => {
      const seq = (numbers.get(entry.stream) ?? 0) + 1;
      numbers.set(entry.stream, seq);
      return { ...entry, log, seq };
    });
    for (let done = 0; done < rows.length; done += ROWS_A_STATEMENT) await tx.insert(activity).values(rows.slice(done, done + ROWS_A_STATEMENT));
    const since = new Date(now.getTime() - HISTORY_MS);
    await tx
      .update(streamHeads)
      .set({ recordedSince: sql`least(${streamHeads.recordedSince}, ${since.toISOString()}::timestamptz)` })
      .where(inArray(streamHeads.stream, ['users', 'partner-places', 'site-settings']));
    await this.signInYesterday(tx, now);
  }

  private async signInYesterday(tx: Transaction, now: Date): Promise<void> {
    const left = new Date(new Date(now).setUTCHours(0, 0, 0, 0) - LEFT.ago);
    const rows = (await tx.select({ id: admins.id }).from(admins)).map(({ id }) => ({
      accountKind: 'admin' as const,
      accountId: id,
      device: DEVICE,
      createdAt: new Date(left.getTime() - LEFT.after),
      lastUsedAt: left,
      expiresAt: new Date(left.getTime() + SESSION_MS),
      revokedAt: left,
    }));
    if (rows.length > 0) await tx.insert(sessions).values(rows);
  }
}
