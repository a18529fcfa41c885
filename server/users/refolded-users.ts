import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { asc, eq, gt, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import type { Transaction } from '../database/driver';
import { textFolds, users } from '../database/schema';
import { DERIVED_VERSION, derivedColumns } from './user-row';

const TABLE = 'users';
const ROWS_A_STEP = 2_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Makes the derived columns of stored users anew where an earlier version made them, before the server listens: clients search
 * and sort by the present version. Each step commits with how far it came, so that a start that was cut short goes on from
 * there, and processes that start together share the work. Rows that come out the same are not written.
 */
@Injectable()
export class RefoldedUsers implements OnModuleInit {
  private readonly logger = new Logger('Users');

  constructor(private readonly database: Database) {}

  onModuleInit(): Promise<void> {
    return this.refold();
  }

  async refold(rowsAStep = ROWS_A_STEP): Promise<void> {
    let [rows, changed] = [0, 0];
    for (let step = await this.step(rowsAStep); step !== undefined; step = await this.step(rowsAStep)) {
      if (rows === 0 && step.rows > 0) this.logger.log('Search texts of users are made anew');
      rows += step.rows;
      changed += step.changed;
    }
    if (rows > 0) this.logger.log(`Search texts: ${String(changed)} of ${String(rows)} were changed`);
  }

  /** @returns how many rows it looked at and changed; undefined when there was nothing left to do. */
  private step(rowsAStep: number): Promise<{ rows: number; changed: number } | undefined> {
    return this.database.transaction(async (tx) => {
      const after = await lockProgress(tx);
      if (after === null) return undefined;
      const rows = await tx.select().from(users).where(gt(users.id, after)).orderBy(asc(users.id)).limit(rowsAStep).for('update');
      const changed = rows.map((row) => ({ row, derived: derivedColumns(row) })).filter(({ row, derived }) => isOther(row, derived));
      if (changed.length > 0)
        await write(
          tx,
          changed.map(({ row: { id }, derived }) => ({ id, ...derived })),
        );
      await markFolded(tx, rows.length < rowsAStep ? null : (rows.at(-1)?.id ?? null));
      return { rows: rows.length, changed: changed.length };
    });
  }
}

/** Notes how far the rows are of the present version. @param doneTo the last of them by id; null for all. */
export async function markFolded(tx: Transaction, doneTo: string | null): Promise<void> {
  const now = { version: DERIVED_VERSION, doneTo };
  await tx
    .insert(textFolds)
    .values({ tableName: TABLE, ...now })
    .onConflictDoUpdate({ target: textFolds.tableName, set: now });
}

/** @returns the last row that is of the present version; null for all. Until `tx` ends no other process takes the next step. */
async function lockProgress(tx: Transaction): Promise<string | null> {
  // There has to be a row to lock. Version 0 is nobody's.
  await tx.insert(textFolds).values({ tableName: TABLE, version: 0, doneTo: null }).onConflictDoNothing();
  const [progress] = await tx.select().from(textFolds).where(eq(textFolds.tableName, TABLE)).for('update');
  return progress?.version === DERIVED_VERSION ? progress.doneTo : BEFORE_ALL;
}

type Derived = ReturnType<typeof derivedColumns>;

function isOther(row: Derived, derived: Derived): boolean {
  return (Object.keys(derived) as (keyof Derived)[]).some((column) => row[column] !== derived[column]);
}

/** As one parameter: by far the quickest for many rows. */
async function write(tx: Transaction, rows: readonly (Derived & { readonly id: string })[]): Promise<void> {
  await tx.execute(sql`
    UPDATE ${users} SET search_text = made."searchText", name_key = made."nameKey", email_key = made."emailKey", country_key = made."countryKey"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS made (id uuid, "searchText" text, "nameKey" text, "emailKey" text, "countryKey" text)
    WHERE ${users.id} = made.id`);
}
