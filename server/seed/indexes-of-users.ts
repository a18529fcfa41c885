import { sql } from 'drizzle-orm';
import type { Transaction } from '../database/driver';

/** The indexes of `users` that serve reading only, as the database describes them: to be dropped and made again around a bulk load. */
export class IndexesOfUsers {
  private constructor(private readonly found: readonly { readonly name: string; readonly definition: string }[]) {}

  static async read(tx: Transaction): Promise<IndexesOfUsers> {
    const found = await tx
      .select({ name: sql<string>`indexname`, definition: sql<string>`indexdef` })
      .from(sql`pg_indexes`)
      .where(sql`schemaname = current_schema() AND tablename = 'users' AND indexname NOT IN (SELECT conname FROM pg_constraint)`);
    return new IndexesOfUsers(found);
  }

  async drop(tx: Transaction): Promise<void> {
    for (const { name } of this.found) await tx.execute(sql`DROP INDEX ${sql.identifier(name)}`);
  }

  async create(tx: Transaction): Promise<void> {
    for (const { definition } of this.found) await tx.execute(sql.raw(definition));
  }
}
