import { Injectable } from '@nestjs/common';
import type { AdminStaff } from '#contract/admin-staff';
import type { PublicUser } from '#contract/users';
import { eq } from 'drizzle-orm';
import { adminStaffView } from '../admin-staff/admin-staff-view';
import { Database } from '../database/database';
import { admins, users } from '../database/schema';
import { ApiException } from '../http/api-exception';
import { toPublicUser } from '../users/user-row';

/** Accounts as they are shown to themselves. */
@Injectable()
export class Profiles {
  constructor(private readonly database: Database) {}

  /** @throws ApiException ACCOUNT_BANNED (401) when it was deleted a moment ago. */
  async admin(id: string): Promise<AdminStaff> {
    const [row] = await this.database.db.select().from(admins).where(eq(admins.id, id));
    if (row === undefined) throw goneMeanwhile();
    return adminStaffView(row);
  }

  /** @throws ApiException ACCOUNT_BANNED (401) when it was deleted a moment ago. */
  async user(id: string): Promise<PublicUser> {
    const [row] = await this.database.db.select().from(users).where(eq(users.id, id));
    if (row === undefined) throw goneMeanwhile();
    return toPublicUser(row);
  }
}

function goneMeanwhile(): ApiException {
  return new ApiException('ACCOUNT_BANNED', 'This account was deleted', { status: 401 });
}
