import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { accountEmail } from '../auth/account-email';
import { PasswordHasher } from '../auth/password-hasher';
import { Clock } from '../clock/clock';
import { CONFIG, type Config } from '../config/config';
import { StartupError } from '../config/startup-error';
import { Database } from '../database/database';
import { admins } from '../database/schema';

const DEFAULT_EMAIL = 'admin@moien.lu';
const SECOND_EMAIL = 'second@moien.lu';
/** In DATA_DIR, readable by its owner only: where a generated password is to be looked up. */
export const PASSWORD_FILE = 'admin-password';

/** Makes the first admin when there is none; with demo data a second one of the same password, to be two at once. */
@Injectable()
export class FirstAdmin implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly passwords: PasswordHasher,
    private readonly clock: Clock,
  ) {}

  /** @throws StartupError when a password is needed and none was given. */
  async onModuleInit(): Promise<void> {
    const { db } = this.database;
    if ((await db.select({ id: admins.id }).from(admins).limit(1)).length > 0) return;
    const { adminEmail = DEFAULT_EMAIL, seedUsers } = this.config;
    const passwordHash = await this.passwords.hash(this.config.adminPassword ?? (await this.generatePassword()));
    const second = seedUsers > 0 && adminEmail !== SECOND_EMAIL ? [{ name: 'Second Demo Admin', email: SECOND_EMAIL, passwordHash }] : [];
    const now = this.clock.now();
    await db
      .insert(admins)
      .values(
        [{ name: 'First Admin', email: accountEmail(adminEmail), passwordHash }, ...second].map((admin) => ({ ...admin, createdAt: now, updatedAt: now })),
      )
      .onConflictDoNothing();
  }

  private async generatePassword(): Promise<string> {
    const { databaseUrl, dataDir } = this.config;
    if (databaseUrl !== undefined) throw new StartupError('There is no admin yet: set ADMIN_PASSWORD, at least 12 characters, to make the first.');
    if (dataDir === 'memory://') throw new StartupError('A database in memory has no admin yet: set ADMIN_PASSWORD, at least 12 characters.');
    const password = randomBytes(12).toString('base64url');
    const file = join(dataDir, PASSWORD_FILE);
    await rm(file, { force: true });
    await writeFile(file, `${password}\n`, { mode: 0o600 });
    return password;
  }
}
