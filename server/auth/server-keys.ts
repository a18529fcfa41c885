import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import { Database } from '../database/database';
import { serverKeys } from '../database/schema';

const KEY_BYTES = 32;

/** Secrets of the server itself. They are made at the first start and kept in the database, so that all processes share them. */
@Injectable()
export class ServerKeys {
  constructor(private readonly database: Database) {}

  /** @returns the secret of that name, 256 random bits as base64. */
  async secret(name: string): Promise<string> {
    const { db } = this.database;
    const made = randomBytes(KEY_BYTES).toString('base64');
    await db.insert(serverKeys).values({ name, secret: made }).onConflictDoNothing();
    const [key] = await db.select({ secret: serverKeys.secret }).from(serverKeys).where(eq(serverKeys.name, name));
    return key?.secret ?? made;
  }
}
